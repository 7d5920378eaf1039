/// The version of BriefKit.
public enum BriefKitVersion {
  /// As in the changelog.
  public static let number = "0.1.0"

  /// How documents name the program that made them.
  static var creator: String { "BriefKit \(number)" }
}
