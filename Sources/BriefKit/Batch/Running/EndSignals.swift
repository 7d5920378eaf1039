import Glibc

/// The signals that ask a run to end, held back while it lasts and asked for between its steps.
struct EndSignals: ~Copyable {
  private var before = sigset_t()
  private var watched = sigset_t()
  private let pipeAction: sigaction

  /// From now on these signals wait, and a closed pipe is an error of writing.
  init() {
    sigemptyset(&watched)
    for signal in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&watched, signal) }
    pthread_sigmask(SIG_BLOCK, &watched, &before)
    var ignore = sigaction()
    ignore.__sigaction_handler.sa_handler = SIG_IGN
    var old = sigaction()
    sigaction(SIGPIPE, &ignore, &old)
    pipeAction = old
  }

  deinit {
    var (mask, action) = (before, pipeAction)
    sigaction(SIGPIPE, &action, nil)
    pthread_sigmask(SIG_SETMASK, &mask, nil)
  }

  /// Takes one that has come since; nil for none.
  mutating func take() -> JobError.Cause? {
    var none = timespec()
    return switch sigtimedwait(&watched, nil, &none) {
    case SIGINT: .interrupted
    case SIGTERM: .terminated
    case SIGHUP: .hungUp
    default: nil
    }
  }
}
