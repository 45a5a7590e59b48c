package app.keypoint.load;

import app.keypoint.support.RawBrowser;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** What learners did together, how long each thing took, and what went wrong. */
final class Deeds {

  private final Map<String, Latencies> taken = new ConcurrentSkipListMap<>();
  private final Map<String, LongAdder> wrong = new ConcurrentSkipListMap<>();
  private final Latencies all = new Latencies();

  /** Somebody got no answer of Keypoint's. */
  static final class Lost extends RuntimeException {
    private static final long serialVersionUID = 1;

    Lost(String why) {
      super(why);
    }
  }

  /**
   * Does something that Vaadin answers.
   *
   * @param since the moment from which the learner waits, by {@link System#nanoTime}
   * @throws Lost when it did not
   */
  void send(String what, long since, Supplier<HttpResponse<String>> deed) {
    String why;
    try {
      HttpResponse<String> answer = deed.get();
      if (RawBrowser.answeredByVaadin(answer)) {
        took(what, since, true);
        return;
      }
      why = answer.statusCode() == 200 ? "no longer signed in" : "status " + answer.statusCode();
    } catch (RuntimeException e) {
      why = e.getClass().getSimpleName();
    }
    throw failed(what, since, why);
  }

  /** Notes what went well. */
  void took(String what, long since, boolean good) {
    long nanos = System.nanoTime() - since;
    taken.computeIfAbsent(what, _ -> new Latencies()).took(nanos, good);
    all.took(nanos, good);
  }

  /** Notes what did not. */
  Lost failed(String what, long since, String why) {
    took(what, since, false);
    wrong.computeIfAbsent(what + ": " + why, _ -> new LongAdder()).increment();
    return new Lost(what + ": " + why);
  }

  Latencies all() {
    return all;
  }

  Map<String, Latencies> taken() {
    return taken;
  }

  Map<String, LongAdder> wrong() {
    return wrong;
  }
}
