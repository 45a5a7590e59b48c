package app.keypoint.support.races;

import java.util.regex.Pattern;

/** The statement that decides who goes first, known by its SQL. */
public enum Lock {
  /** All that changes a learner's cards: docs/adr/0110. */
  STEP("update review_learner .*"),
  /** All that changes an attempt: docs/adr/0041. */
  STANDING("select .* from learner_quiz .* for (no key )?update.*"),
  /** An account written back with its version: docs/adr/0116. */
  ACCOUNT("update account set .*"),
  /** The administrators, of whom one has to remain. */
  ADMINISTRATORS("select .* from account .*role='ADMINISTRATOR'.* for (no key )?update.*"),
  /** A cohort, held or written: docs/adr/0119. */
  COHORT("select .* from cohort .* for (no key )?update.*|(update|delete from) cohort .*"),
  /** The end of a membership. */
  MEMBER("delete from cohort_member .*"),
  /** What is served: docs/adr/0121. */
  CONTENT("select .* from content_load .* for update.*"),
  /** A quiz file's questions, retired in one statement. */
  RETIRED("update card .*set retired=true.*");

  private final Pattern sql;

  Lock(String sql) {
    this.sql = Pattern.compile(sql, Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
  }

  boolean takenBy(String statement) {
    return sql.matcher(statement.strip()).matches();
  }
}
