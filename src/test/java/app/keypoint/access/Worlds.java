package app.keypoint.access;

import app.keypoint.authoring.DraftItem;
import app.keypoint.authoring.Drafts;
import app.keypoint.authoring.ItemBody;
import app.keypoint.cards.Cards;
import app.keypoint.cohort.Assignments;
import app.keypoint.cohort.Cohort;
import app.keypoint.cohort.CohortExams;
import app.keypoint.cohort.CohortInstructors;
import app.keypoint.cohort.Cohorts;
import app.keypoint.cohort.LearnerNotes;
import app.keypoint.cohort.Memberships;
import app.keypoint.cohort.dashboard.Nudge;
import app.keypoint.cohort.dashboard.Nudges;
import app.keypoint.cohort.dashboard.TableColumns;
import app.keypoint.content.Catalogue;
import app.keypoint.content.ProblemReports;
import app.keypoint.content.Quiz;
import app.keypoint.content.Response;
import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import app.keypoint.identity.Role;
import app.keypoint.identity.internal.TestSessions;
import app.keypoint.identity.signin.Sessions;
import app.keypoint.practice.Exams;
import app.keypoint.quiz.Attempt;
import app.keypoint.quiz.QuizTaking;
import app.keypoint.reminder.CalendarFeeds;
import app.keypoint.review.DueCard;
import app.keypoint.review.ReviewPreferences;
import app.keypoint.review.ReviewSettings;
import app.keypoint.review.Reviewing;
import app.keypoint.review.Reviewing.CardAnswer;
import app.keypoint.review.history.PastAnswer;
import app.keypoint.review.history.ReviewHistory;
import app.keypoint.scheduling.Grade;
import app.keypoint.support.Fixtures;
import app.keypoint.support.RawBrowser;
import app.keypoint.support.Responses;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/** Makes worlds, by what the screens would call. */
record Worlds(
    Accounts accounts,
    TestSessions sessions,
    Sessions open,
    Cohorts cohorts,
    CohortInstructors instructors,
    CohortExams cohortExams,
    Nudges nudges,
    Assignments assignments,
    LearnerNotes notes,
    TableColumns columns,
    Memberships memberships,
    Catalogue catalogue,
    QuizTaking taking,
    Reviewing reviewing,
    Cards cards,
    Exams exams,
    ReviewSettings preferences,
    ReviewHistory history,
    ProblemReports reports,
    CalendarFeeds feeds,
    Drafts drafts,
    Account template,
    JdbcTemplate jdbc) {

  /** Gives each table's ids a range of its own, so that an id says what it is of. */
  void separateIds() {
    List<String> sequences =
        jdbc.queryForList(
            "select sequence_name from information_schema.sequences"
                + " where sequence_schema = 'public' order by sequence_name",
            String.class);
    for (int i = 0; i < sequences.size(); i++) {
      if (!sequences.get(i).startsWith("SYSTEM")) {
        jdbc.execute(
            "alter sequence " + sequences.get(i) + " restart with " + (i + 1) * 1_000_000_000L);
      }
    }
    jdbc.execute("alter table history_import alter column id restart with 900000000000");
    // Hibernate hands out what it has of the old range first.
    for (int i = 0; i < 2; i++) {
      var unused = make(0);
    }
  }

  /**
   * @param port where the victim signs in; 0 for nowhere
   */
  World make(int port) {
    String mark = "mark" + UUID.randomUUID().toString().replace("-", "").substring(0, 10);
    Account instructor = account(mark, Role.INSTRUCTOR);
    Account learner = account(mark, Role.LEARNER);
    SecurityContext asInstructor = sessions.session(instructor);
    SecurityContext asLearner = sessions.session(learner);
    Cohort cohort = as(asInstructor, () -> cohorts.create(instructor.id(), "Class " + mark));
    String code = cohort.joinCode().toString();
    as(asLearner, () -> memberships.join(learner.id(), code));
    // As if asked just before joining.
    jdbc.update(
        "insert into cohort_invitation values (?, ?, current_timestamp, null)",
        cohort.id(),
        learner.id());
    Account beside = account("", Role.INSTRUCTOR);
    as(
        asInstructor,
        () -> {
          instructors.add(instructor.id(), cohort.id(), beside.username());
          return true;
        });

    Map<Persona, Account> people = new EnumMap<>(Persona.class);
    Map<Persona, SecurityContext> theirs = new EnumMap<>(Persona.class);
    for (Persona persona : Persona.values()) {
      Account account = account("", role(persona));
      people.put(persona, account);
      theirs.put(persona, sessions.session(account));
    }
    theirs.put(
        Persona.STRANGER,
        new SecurityContextImpl(
            new AnonymousAuthenticationToken(
                "key", "anonymous", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"))));
    teach(people.get(Persona.OTHER_INSTRUCTOR), theirs, people.get(Persona.OTHER_MEMBER));
    teach(people.get(Persona.FORMER_INSTRUCTOR), theirs, learner);
    teach(people.get(Persona.LEARNER_ONCE_INSTRUCTOR), theirs, learner);
    Account classmate = people.get(Persona.CLASSMATE);
    as(theirs.get(Persona.CLASSMATE), () -> memberships.join(classmate.id(), code));
    Account removed = people.get(Persona.REMOVED_MEMBER);
    as(theirs.get(Persona.REMOVED_MEMBER), () -> memberships.join(removed.id(), code));
    as(
        asInstructor,
        () -> {
          cohorts.removeMember(instructor.id(), cohort.id(), removed.id());
          return true;
        });
    String takenAway = people.get(Persona.TAKEN_AWAY).username();
    as(
        asInstructor,
        () -> {
          instructors.add(instructor.id(), cohort.id(), takenAway);
          instructors.remove(instructor.id(), cohort.id(), takenAway);
          return true;
        });
    set(people.get(Persona.FORMER_INSTRUCTOR), "role = 'LEARNER', session_version = 1");
    set(people.get(Persona.LEARNER_ONCE_INSTRUCTOR), "role = 'LEARNER', session_version = 1");
    theirs.put(
        Persona.LEARNER_ONCE_INSTRUCTOR,
        sessions.session(people.get(Persona.LEARNER_ONCE_INSTRUCTOR)));
    set(people.get(Persona.SWITCHED_OFF), "enabled = false");
    set(people.get(Persona.ONE_TIME), "password_one_time = true");

    Quiz first = catalogue.quizzes().get(0);
    Attempt finished = take(asLearner, learner, first, mark);
    seen(learner, instructor);
    Attempt begun =
        as(asLearner, () -> taking.start(learner.id(), catalogue.quizzes().get(1).id()));
    CardAnswer answered = as(asLearner, () -> answer(learner));
    DueCard due = as(asLearner, () -> reviewing.next(learner).orElseThrow());
    long report =
        as(
            asLearner,
            () -> reports.report(learner.id(), due.question().id(), "Wrong, says " + mark));
    as(
        asLearner,
        () -> {
          exams.set(learner, first.id(), LocalDate.now(ZoneOffset.UTC).plusDays(9));
          return preferences.change(learner, ReviewPreferences.DEFAULT);
        });
    as(
        asLearner,
        () ->
            history.add(
                learner,
                List.of(
                    new PastAnswer(
                        "Card " + mark,
                        Instant.parse("2024-02-01T10:00:00Z"),
                        LocalDate.parse("2024-02-01"),
                        3,
                        null,
                        null))));
    as(
        asInstructor,
        () -> {
          cohortExams.set(
              instructor.id(), cohort.id(), first.id(), LocalDate.now(ZoneOffset.UTC).plusDays(9));
          assignments.assign(
              instructor.id(),
              cohort.id(),
              first.id(),
              new Assignments.Terms(null, Instant.parse("2100-01-01T00:00:00Z"), 0.5));
          assignments.extend(
              instructor.id(),
              cohort.id(),
              first.id(),
              learner.id(),
              Instant.parse("2100-01-02T00:00:00Z"));
          columns.hide(instructor.id(), Set.of("due"));
          notes.write(instructor.id(), cohort.id(), learner.id(), "Says " + mark);
          nudges.dismiss(
              instructor.id(),
              cohort.id(),
              learner.id(),
              Nudge.Kind.NOT_STARTED,
              Nudge.Level.WATCH,
              "Note " + mark);
          return true;
        });
    String feed = as(asLearner, () -> feeds.renew(learner.id(), Locale.ENGLISH));
    String draft = as(asInstructor, () -> drafts.create(instructor.id(), "Draft " + mark)).id();
    DraftItem drafted = as(asInstructor, () -> write(instructor, draft, cohort, mark));
    jdbc.update(
        "insert into authored_share values (?, ?, 'USE')", draft, people.get(Persona.MAY_USE).id());
    RawBrowser learners = browser(port, learner, mark);
    String handle =
        as(asLearner, () -> open.own()).stream()
            .map(Sessions.Session::handle)
            .findFirst()
            .orElse("");
    long passkey = factors(learner, mark);
    List<Long> cardIds = column("select id from card where learner_id = ?", learner);
    Set<Long> ids = new HashSet<>(cardIds);
    ids.add(learner.id());
    ids.add(instructor.id());
    ids.add(cohort.id());
    ids.add(report);
    long note = column("select id from learner_note where learner_id = ?", learner).getFirst();
    ids.add(note);
    ids.add(passkey);
    ids.addAll(column("select id from attempt where learner_id = ?", learner));
    ids.addAll(column("select id from review_log where learner_id = ?", learner));
    List<Long> imports = column("select id from history_import where learner_id = ?", learner);
    ids.addAll(imports);
    Long step =
        jdbc.queryForObject(
            "select max(step) from review_log where learner_id = ?", Long.class, learner.id());
    return new World(
        mark,
        learner,
        instructor,
        asLearner,
        asInstructor,
        people,
        theirs,
        cohort,
        beside.username(),
        begun,
        finished,
        due,
        answered,
        cardIds,
        step == null ? 0 : step,
        report,
        note,
        imports.getFirst(),
        passkey,
        handle,
        feed,
        drafted,
        draft,
        learners,
        ids,
        jdbc.query(
            "select password_hash, password_one_time, session_version, id from account",
            (row, _) ->
                new Object[] {row.getString(1), row.getBoolean(2), row.getInt(3), row.getLong(4)}));
  }

  /** Undoes changes of passwords, which end sessions. */
  void restoreAccounts(World world) {
    jdbc.batchUpdate(
        "update account set password_hash = ?, password_one_time = ?, session_version = ?"
            + " where id = ?",
        world.accountRows());
  }

  private static Role role(Persona persona) {
    return switch (persona) {
      case OTHER_INSTRUCTOR, TAKEN_AWAY, MAY_USE, FORMER_INSTRUCTOR, LEARNER_ONCE_INSTRUCTOR ->
          Role.INSTRUCTOR;
      case ADMINISTRATOR -> Role.ADMINISTRATOR;
      default -> Role.LEARNER;
    };
  }

  private void teach(Account teacher, Map<Persona, SecurityContext> theirs, Account member) {
    SecurityContext session = sessions.session(teacher);
    Cohort cohort = as(session, () -> cohorts.create(teacher.id(), "Another"));
    as(sessions.session(member), () -> memberships.join(member.id(), cohort.joinCode().toString()));
  }

  private Attempt take(SecurityContext session, Account learner, Quiz quiz, String mark) {
    Attempt attempt = as(session, () -> taking.start(learner.id(), quiz.id()));
    for (Attempt.Item item : attempt.items()) {
      Response response =
          Responses.right(item.asked().question()) instanceof Response.Typed
              ? new Response.Typed("typed " + mark, false)
              : Responses.right(item.asked().question());
      as(
          session,
          () ->
              taking.answer(
                  learner.id(), attempt.id(), item.position(), response, Duration.ofSeconds(5)));
    }
    return as(
        session,
        () -> {
          taking.finish(learner.id(), attempt.id());
          return taking.attempt(learner.id(), attempt.id());
        });
  }

  /** Answers a card that is due, made so by hand. */
  private CardAnswer answer(Account learner) {
    jdbc.update(
        "update card set due = ?, queue_day = ?, comes_up = ? where learner_id = ? and not fresh",
        LocalDate.now(ZoneOffset.UTC).minusDays(1),
        LocalDate.now(ZoneOffset.UTC).minusDays(1),
        LocalDate.now(ZoneOffset.UTC).minusDays(1),
        learner.id());
    DueCard due = reviewing.next(learner).orElseThrow();
    CardAnswer answer =
        due.answer(Responses.right(due.question().question()), Grade.GOOD, Duration.ofSeconds(5));
    var unused = reviewing.answer(learner, answer);
    return answer;
  }

  private static RawBrowser browser(int port, Account account, String mark) {
    RawBrowser browser = new RawBrowser(port, Map.of("User-Agent", "Browser " + mark));
    if (port != 0) {
      var unused = browser.signIn(account.username(), Fixtures.PASSWORD);
    }
    return browser;
  }

  /** Its edition is not served, for what is served is one for all. */
  private DraftItem write(Account instructor, String draft, Cohort cohort, String mark) {
    jdbc.update(
        "insert into authored_edition (quiz_id, edition, yaml, published_by, published_at, note)"
            + " values (?, 1, ?, ?, current_timestamp, ?)",
        draft,
        "Edition " + mark,
        instructor.id(),
        "Note " + mark);
    jdbc.update(
        "insert into authored_share values (?, ?, 'EDIT')",
        draft,
        account(mark, Role.INSTRUCTOR).id());
    jdbc.update(
        "insert into authored_opening values (?, ?, ?)", draft, cohort.id(), instructor.id());
    jdbc.update(
        "insert into authored_aside values (?, 'q-1', 'report 1', ?, current_timestamp)",
        draft,
        instructor.id());
    String hash = picture(draft);
    jdbc.update(
        "insert into picture values (?, 'PNG', 1, 1, ?, current_timestamp)", hash, new byte[1]);
    jdbc.update("insert into authored_picture values (?, ?, 1, current_timestamp)", draft, hash);
    return drafts.add(
        instructor.id(),
        draft,
        0,
        new ItemBody.KeyPoint("Point " + mark, "", "Text " + mark, 0, ""));
  }

  /** What only real devices could bring, and what needs a mail server. */
  private long factors(Account learner, String mark) {
    jdbc.update(
        "insert into authenticator_app (account_id, sealed_secret, last_step, since)"
            + " values (?, ?, 0, current_timestamp)",
        learner.id(),
        mark);
    long passkey = next("passkey_seq");
    jdbc.update(
        "insert into passkey values (?, ?, ?, ?, 'key', 'object', 0, '', true, false, false, ?,"
            + " current_timestamp, null)",
        passkey,
        learner.id(),
        mark,
        mark,
        "Key " + mark);
    jdbc.update(
        "insert into recovery_code values (next value for recovery_code_seq, ?, ?)",
        learner.id(),
        mark);
    jdbc.update(
        "insert into external_identity values (next value for external_identity_seq, ?, 'i', ?)",
        learner.id(),
        mark);
    jdbc.update(
        "insert into email_reminder (learner_id, address, send_hour, language, stop_token, next_at,"
            + " failures) values (?, ?, 7, 'en', ?, current_timestamp + interval '1' day, 0)",
        learner.id(),
        mark + "@example.org",
        mark);
    return passkey;
  }

  /** As if somebody had taken a file along that both are in. */
  private void seen(Account... people) {
    for (Account one : people) {
      jdbc.update("insert into audit_seen values (?, current_timestamp, 0)", one.id());
    }
  }

  /** Hashing a password takes long, so all have the hash of one. */
  private Account account(String mark, Role role) {
    String name = (mark.isEmpty() ? "other" : mark) + "-" + UUID.randomUUID();
    long id = next("account_seq");
    jdbc.update(
        "insert into account (id, username, display_name, password_hash, password_one_time,"
            + " session_version, role, zone, rollover_hour, locale, enabled, created_at)"
            + " values (?, ?, ?, ?, false, 0, ?, 'Z', 4, 'en', true, current_timestamp)",
        id,
        name,
        "Name " + name,
        jdbc.queryForObject(
            "select password_hash from account where id = ?", String.class, template.id()),
        role.name());
    return accounts.require(id);
  }

  private long next(String sequence) {
    Long next = jdbc.queryForObject("select next value for " + sequence, Long.class);
    return next == null ? 0 : next;
  }

  private void set(Account account, String what) {
    jdbc.update("update account set " + what + " where id = ?", account.id());
  }

  private List<Long> column(String sql, Account of) {
    return jdbc.queryForList(sql, Long.class, of.id());
  }

  /** Calls something as somebody. */
  static <T> T as(SecurityContext session, Supplier<T> action) {
    SecurityContext before = SecurityContextHolder.getContext();
    SecurityContextHolder.setContext(session);
    try {
      return action.get();
    } finally {
      SecurityContextHolder.setContext(before);
    }
  }

  /** The hash of the image that the victim's draft has. */
  static String picture(String draft) {
    return "%064x".formatted(new BigInteger(1, draft.getBytes(StandardCharsets.UTF_8)));
  }
}
