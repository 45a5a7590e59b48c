package app.keypoint.identity.internal.erasure;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.access.PersonalData;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What accounts and the ways to sign in have of somebody. */
@Component
@OpenTo(Audience.FEATURES)
class AccountOfPerson implements PersonalData {

  private final JdbcClient sql;

  AccountOfPerson(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public List<Part> parts() {
    return List.of(
        new Part(
            "account",
            """
            select id, username, display_name, role, zone, rollover_hour, locale, confidence_asked,
              enabled, created_at, last_seen, erasure_asked_at
            from account where id = :accountId
            """),
        new Part(
            "ways-to-sign-in",
            """
            select 'authenticator app' as way, '' as name, since, null as last_used
            from authenticator_app where account_id = :accountId
            union all
            select 'passkey', name, created_at, last_used from passkey where account_id = :accountId
            union all
            select 'recovery code', '', null, null from recovery_code where account_id = :accountId
            union all
            select 'provider', issuer || ' ' || subject, null, null
            from external_identity where account_id = :accountId
            """));
  }

  @Override
  public void forget(long accountId) {
    run("delete from authenticator_app where account_id = :accountId", accountId);
    run("delete from recovery_code where account_id = :accountId", accountId);
    run("delete from passkey where account_id = :accountId", accountId);
    run("delete from external_identity where account_id = :accountId", accountId);
  }

  private void run(String statement, long accountId) {
    int unused = sql.sql(statement).param("accountId", accountId).update();
  }
}
