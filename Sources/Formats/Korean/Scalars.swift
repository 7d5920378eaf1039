extension Unicode.Scalar {
  var isASCIILetter: Bool {
    "a"..."z" ~= self || "A"..."Z" ~= self
  }

  /// The value of an ASCII digit.
  var decimalDigit: Int? {
    "0"..."9" ~= self ? Int(value - 0x30) : nil
  }
}

extension String {
  init(_ scalars: some Sequence<Unicode.Scalar>) {
    self.init(String.UnicodeScalarView(scalars))
  }
}

extension BidirectionalCollection {
  /// The longest end of the collection whose elements all satisfy a condition.
  func suffix(while condition: (Element) -> Bool) -> SubSequence {
    var start = endIndex
    while start > startIndex, condition(self[index(before: start)]) {
      formIndex(before: &start)
    }
    return self[start...]
  }
}
