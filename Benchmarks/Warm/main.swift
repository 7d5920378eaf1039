import BriefKit
import Glibc

func say(_ line: String) {
  _ = line.withCString { write(STDERR_FILENO, $0, strlen($0)) }
}

let arguments = CommandLine.arguments
guard arguments.count == 5, ["brief", "soak"].contains(arguments[1]) else {
  print(
    "usage: warm brief REPORT DATA OUTPUT.pdf\n       warm soak REPORT RECORDS.ndjson OUTPUT.pdf")
  exit(64)
}
let report = Report(path: arguments[2])
do {
  if arguments[1] == "soak" {
    let soak = Soak(report: report, records: arguments[3], output: arguments[4])
    for (documents, megabytes) in try soak.measure() {
      say("after-\(documents) 0 ms CPU \(megabytes) MB\n")
    }
  } else {
    let warm = Warm(report: report, data: arguments[3], output: arguments[4], runs: 41)
    for (name, time) in try warm.measure() {
      say("\(name) \(time) ms CPU \(Timings.peakMegabytes()) MB\n")
    }
  }
} catch {
  print(error)
  exit(1)
}
