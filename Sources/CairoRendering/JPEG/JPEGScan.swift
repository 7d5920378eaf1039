/// What a scan says of its coefficients (ISO/IEC 10918-1, B.2.3).
struct JPEGScan {
  struct Part {
    /// Index of the component.
    var component: Int
    var dc: JPEGHuffmanTable?
    var ac: JPEGHuffmanTable?
  }

  var parts: [Part]
  var first: Int
  var last: Int
  /// The bit that earlier scans of the same coefficients reached; 0 for none.
  var high: Int
  var low: Int
}
