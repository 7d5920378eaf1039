/// What the scripts that drive peers write of their own runs.
struct PeerRun: Decodable {
  struct Time: Decodable {
    var cpu: Double
    var wall: Double
  }

  struct Chart: Decodable {
    var name: String
    var png: Time
  }

  /// Of each document of a warm run.
  var runs: [Time]?
  var charts: [Chart]?
  var perMinute: Double?
  var peakMegabytes: Double
}
