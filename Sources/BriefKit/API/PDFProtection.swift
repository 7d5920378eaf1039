package import Diagnostics

/// How a PDF is encrypted: with AES and a key of 256 bits (ISO 32000-2, 7.6.4).
public struct PDFProtection: Sendable, Hashable {
  /// What somebody may do who knows only the password that opens the file. Programs keep to it as they please; reading
  /// aloud is always allowed (ISO 14289-1, 7.16).
  public enum Permission: String, Sendable, Hashable, CaseIterable {
    case print
    /// Take text and pictures out.
    case copy
    /// Change pages.
    case change
    /// Add notes.
    case annotate
  }

  /// Needed to open the file; nil lets everybody open it.
  public var password: String?
  /// Needed to do what the permissions leave out; nil means whoever may open the file may do all.
  public var ownerPassword: String?
  /// What is allowed without the owner's password.
  public var permissions: Set<Permission>

  /// A protection by one password or two.
  public init(
    password: String? = nil, ownerPassword: String? = nil,
    permissions: Set<Permission> = Set(Permission.allCases)
  ) {
    self.password = password
    self.ownerPassword = ownerPassword
    self.permissions = permissions
  }

  /// The most bytes of a password that count.
  private static let longestPassword = 127

  /// Why it would protect nothing, or not as meant.
  package var fault: Diagnostic? {
    for (option, password) in [("--password", password), ("--owner-password", ownerPassword)] {
      guard let password else { continue }
      if password.isEmpty {
        return .error("usage.password", "\(option) is empty", hints: ["give it a password"])
      }
      guard password.utf8.count <= Self.longestPassword else {
        return .error(
          "usage.password",
          "\(option) has \(password.utf8.count) bytes, of which only \(Self.longestPassword) count",
          hints: ["choose a shorter one"])
      }
    }
    let restricts = permissions.count < Permission.allCases.count
    if restricts, ownerPassword == nil || ownerPassword == password {
      return .error(
        "usage.password", "permissions bind nobody without an owner's password of its own",
        hints: ["add --owner-password, another one than --password"])
    }
    if password == nil, ownerPassword == nil {
      return .error("usage.password", "a protection has no password", hints: ["add --password"])
    }
    if password == nil, !restricts {
      return .error(
        "usage.password",
        "--owner-password protects nothing: everybody may open the file and do all",
        hints: ["add --password, or say what is allowed: --permissions print"])
    }
    return nil
  }
}
