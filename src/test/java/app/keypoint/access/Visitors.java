package app.keypoint.access;

import app.keypoint.identity.Account;
import app.keypoint.support.Fixtures;
import app.keypoint.support.RawBrowser;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** A browser for everybody of a world, signed in while they still could. */
final class Visitors {

  private final Map<Persona, RawBrowser> browsers = new EnumMap<>(Persona.class);

  Visitors(World world, int port, JdbcTemplate jdbc) {
    for (Persona persona : Persona.values()) {
      RawBrowser browser = new RawBrowser(port);
      browsers.put(persona, browser);
      if (persona != Persona.STRANGER) {
        signIn(browser, world.accounts().get(persona), persona, jdbc);
      }
    }
  }

  RawBrowser of(Persona persona) {
    return browsers.get(persona);
  }

  private static void signIn(
      RawBrowser browser, Account account, Persona persona, JdbcTemplate jdbc) {
    Map<String, Object> now =
        jdbc.queryForMap(
            "select role, session_version, enabled, password_one_time from account where id = ?",
            account.id());
    jdbc.update(
        "update account set role = ?, session_version = 0, enabled = true,"
            + " password_one_time = false where id = ?",
        persona == Persona.FORMER_INSTRUCTOR ? "INSTRUCTOR" : now.get("role"),
        account.id());
    if (persona == Persona.LEARNER_ONCE_INSTRUCTOR) {
      jdbc.update("update account set session_version = 1 where id = ?", account.id());
    }
    var unused = browser.signIn(account.username(), Fixtures.PASSWORD);
    jdbc.update(
        "update account set role = ?, session_version = ?, enabled = ?, password_one_time = ?"
            + " where id = ?",
        now.get("role"),
        now.get("session_version"),
        now.get("enabled"),
        now.get("password_one_time"),
        account.id());
  }
}
