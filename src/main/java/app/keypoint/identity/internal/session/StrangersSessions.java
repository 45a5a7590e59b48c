package app.keypoint.identity.internal.session;

import jakarta.servlet.http.HttpSession;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keeps strangers' sessions few. When there is one too many, the oldest ends of the network that
 * has most: a crowd from one place ends its own, and nobody else notices. A session that somebody
 * has signed in to is never ended here.
 */
public class StrangersSessions {

  private final int most;

  /** Sessions by the id that they began with, oldest first, by network. */
  private final Map<String, LinkedHashMap<String, HttpSession>> byNetwork = new HashMap<>();

  private int count;

  /**
   * @param most how many may be open at once, at least 1
   */
  public StrangersSessions(int most) {
    this.most = most;
  }

  /** A stranger's session was opened from a network. */
  void opened(String network, String id, HttpSession session) {
    HttpSession surplus = null;
    synchronized (this) {
      if (byNetwork.computeIfAbsent(network, key -> new LinkedHashMap<>()).putIfAbsent(id, session)
          == null) {
        count++;
      }
      if (count > most) {
        surplus = removeOldest();
      }
    }
    // Outside of the lock, since ending a session calls back.
    if (surplus != null && SessionOwner.of(surplus).isEmpty()) {
      end(surplus);
    }
  }

  /** A session has ended, or is a stranger's no longer. */
  synchronized void closed(String network, String id) {
    LinkedHashMap<String, HttpSession> sessions = byNetwork.get(network);
    if (sessions != null && sessions.remove(id) != null) {
      count--;
      if (sessions.isEmpty()) {
        byNetwork.remove(network);
      }
    }
  }

  synchronized int count() {
    return count;
  }

  private HttpSession removeOldest() {
    Map.Entry<String, LinkedHashMap<String, HttpSession>> largest =
        byNetwork.entrySet().stream()
            .max(Comparator.comparingInt(entry -> entry.getValue().size()))
            .orElseThrow();
    Map.Entry<String, HttpSession> oldest = largest.getValue().firstEntry();
    closed(largest.getKey(), oldest.getKey());
    return oldest.getValue();
  }

  private static void end(HttpSession session) {
    try {
      session.invalidate();
    } catch (IllegalStateException e) {
      // It ended by itself meanwhile.
    }
  }
}
