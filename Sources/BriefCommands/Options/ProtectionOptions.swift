import ArgumentParser
import BriefKit

/// What the command takes that makes a document: what goes into its PDF, and who may open it.
struct ProtectionOptions: ParsableArguments {
  @Flag(
    help: ArgumentHelp(
      "Put the data and the report into the PDF as attachments.",
      discussion: "A reader then gets more than the pages show."))
  var embed = false

  @Option(
    help: ArgumentHelp(
      "Encrypt the PDF with AES-256; whoever opens it needs this.",
      discussion: "Done by qpdf. An encrypted file is no PDF/A.", valueName: "text"))
  var password: String?

  @Option(
    help: ArgumentHelp(
      "Needed to do what --permissions leaves out; without --password everybody may open the PDF.",
      valueName: "text"))
  var ownerPassword: String?

  @Option(
    help: ArgumentHelp(
      "What may be done without the owner's password: print, copy, change, annotate, or none.",
      valueName: "print,copy,…"),
    transform: OptionValue.permissions)
  var permissions: Set<PDFProtection.Permission>?

  /// Nil where nothing of it is given.
  var protection: PDFProtection? {
    guard password != nil || ownerPassword != nil || permissions != nil else { return nil }
    return PDFProtection(
      password: password, ownerPassword: ownerPassword,
      permissions: permissions ?? Set(PDFProtection.Permission.allCases))
  }
}
