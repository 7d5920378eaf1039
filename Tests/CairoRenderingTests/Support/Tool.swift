import Glibc

/// A program of the machine that tests look at their results with.
struct Tool {
  let name: String

  static let qpdf = Tool(name: "qpdf")
  static let pdftotext = Tool(name: "pdftotext")
  static let pdfinfo = Tool(name: "pdfinfo")
  static let pdffonts = Tool(name: "pdffonts")
  static let pdftoppm = Tool(name: "pdftoppm")
  static let pdfimages = Tool(name: "pdfimages")

  var isThere: Bool {
    let path = getenv("PATH").map { String(cString: $0) } ?? ""
    return path.split(separator: ":").contains { access("\($0)/\(name)", X_OK) == 0 }
  }

  /// Runs it through the shell; standard error comes with the output.
  func callAsFunction(_ arguments: String) throws -> (status: Int32, output: String) {
    guard let pipe = popen("\(name) \(arguments) 2>&1", "r") else {
      throw SystemError(call: "popen", code: errno)
    }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = fread(&buffer, 1, buffer.count, pipe)
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    return (pclose(pipe), String(decoding: bytes, as: UTF8.self))
  }
}
