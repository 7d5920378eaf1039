/// What qpdf is told to do, as its job JSON (qpdf 11, "QPDFJob").
///
/// It goes to qpdf on standard input: what stands in a program's arguments can be read by every user of the machine.
enum QPDFJob {
  static func encryption(
    _ protection: PDFProtection, from input: String, to output: String
  ) -> String {
    let user = protection.password ?? ""
    let owner = protection.ownerPassword ?? user
    let may = protection.permissions
    let modify =
      may.contains(.change) ? (may.contains(.annotate) ? "all" : "assembly") : "none"
    let permissions = [
      ("accessibility", "y"), ("extract", may.contains(.copy) ? "y" : "n"),
      ("print", may.contains(.print) ? "full" : "none"),
      ("modifyOther", may.contains(.change) ? "y" : "n"),
      ("assemble", modify == "none" ? "n" : "y"), ("annotate", may.contains(.annotate) ? "y" : "n"),
      ("form", may.contains(.annotate) ? "y" : "n"),
    ]
    let settings = permissions.map { "\(quoted($0)): \(quoted($1))" }.joined(separator: ", ")
    return """
      {"inputFile": \(quoted(input)), "outputFile": \(quoted(output)), "encrypt": \
      {"userPassword": \(quoted(user)), "ownerPassword": \(quoted(owner)), "256bit": {\(settings)}}}
      """
  }

  /// A JSON string.
  private static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": out += "\\\(scalar)"
      case _ where scalar.value < 0x20:
        let code = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - code.count) + code
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }
}
