package app.keypoint.access;

import app.keypoint.audit.AuditKind;
import app.keypoint.audit.AuditNote;
import app.keypoint.audit.AuditSearch;
import app.keypoint.authoring.Articles;
import app.keypoint.authoring.ItemBody;
import app.keypoint.authoring.Right;
import app.keypoint.cards.Cards;
import app.keypoint.cohort.Assignments;
import app.keypoint.cohort.dashboard.Learners;
import app.keypoint.cohort.dashboard.Nudge;
import app.keypoint.cohort.roster.RosterRow;
import app.keypoint.cohort.roster.RosterRules;
import app.keypoint.cohort.roster.Rosters;
import app.keypoint.cohort.statistics.BehindFigures;
import app.keypoint.content.KeyPoint;
import app.keypoint.content.Question;
import app.keypoint.content.Quiz;
import app.keypoint.content.Response;
import app.keypoint.content.grading.Confidence;
import app.keypoint.identity.Account;
import app.keypoint.identity.NewAccount;
import app.keypoint.identity.Role;
import app.keypoint.identity.signin.AuthenticatorSetup;
import app.keypoint.identity.signin.PasskeySetup;
import app.keypoint.identity.signin.Registration;
import app.keypoint.practice.PracticeScope;
import app.keypoint.quiz.ItemStatistics;
import app.keypoint.review.ReviewPreferences;
import app.keypoint.review.Reviewing.CardAnswer;
import app.keypoint.review.StepKind;
import app.keypoint.review.history.PastAnswer;
import app.keypoint.scheduling.Grade;
import app.keypoint.support.Fixtures;
import app.keypoint.support.Responses;
import app.keypoint.time.StudyCalendar;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.lang.reflect.Parameter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a service's method is called with: the victim's things, by the parameters' names and types.
 * What it does not know it refuses, so that whoever adds a parameter says whose that is.
 */
final class Arguments {

  private final World world;
  private final @Nullable AuthenticatorSetup app;
  private final @Nullable PasskeySetup passkey;
  private final List<KeyPoint> keyPoints;
  private final Quiz quiz;

  Arguments(
      World world, Quiz quiz, @Nullable AuthenticatorSetup app, @Nullable PasskeySetup passkey) {
    this.world = world;
    this.quiz = quiz;
    this.keyPoints = quiz.keyPoints();
    this.app = app;
    this.passkey = passkey;
  }

  /**
   * @param own who is named where one's own is asked for; null for the victim
   */
  @Nullable Object of(Parameter parameter, @Nullable Account own) {
    String name = parameter.getName();
    Class<?> type = parameter.getType();
    boolean ownIsAsked = own != null && parameter.isAnnotationPresent(Own.class);
    if (type == Account.class) {
      return ownIsAsked ? own : world.learner();
    }
    if (type == long.class) {
      return ownIsAsked ? own.id() : id(name);
    }
    if (type == String.class) {
      return text(parameter);
    }
    if (type == int.class) {
      return number(parameter);
    }
    return other(parameter);
  }

  private long id(String name) {
    return switch (name) {
      case "learnerId", "accountId" -> world.learner().id();
      case "instructorId" -> world.instructor().id();
      case "cohortId" -> world.cohort().id();
      case "attemptId" -> world.open().id();
      case "cardId" -> world.due().cardId();
      case "passkeyId" -> world.passkey();
      case "reportId" -> world.report();
      case "noteId" -> world.note();
      case "importId" -> world.historyImport();
      case "step" -> world.step();
      case "questionVersionId" -> world.due().question().id();
      default -> throw unknown("long " + name);
    };
  }

  private String text(Parameter parameter) {
    return switch (parameter.getName()) {
      case "currentPassword" -> Fixtures.PASSWORD;
      case "password", "newPassword" -> "another horse battery";
      case "name", "displayName", "note" -> "somebody else's";
      case "successor" -> person(Persona.MAY_USE);
      case "readme" -> "Read me";
      case "username" -> world.learner().username();
      case "search" -> world.mark();
      case "quizId" -> quiz.id();
      case "questionId" -> world.due().question().question().id();
      case "optionId" -> optionId();
      case "draftId" -> world.draft();
      case "hash" -> Worlds.picture(world.draft());
      case "itemId" -> world.drafted().id();
      case "brought" -> "Some words.";
      case "fileName" -> "article.txt";
      case "colleague" -> person(Persona.OTHER_INSTRUCTOR);
      case "teacher" -> world.beside();
      case "yaml" -> "schema: 1";
      case "mark" -> "0";
      case "title" -> "somebody else's";
      case "keyPointId" -> keyPoints.getFirst().id();
      case "address" -> "somebody@example.org";
      case "code" -> world.cohort().joinCode().toString();
      case "handle" -> world.sessionHandle();
      case "token" -> world.feedToken();
      case "answer" -> "{}";
      default -> throw unknown("String " + parameter.getName());
    };
  }

  private String optionId() {
    return world.due().question().question() instanceof Question.Choice choice
        ? choice.options().getFirst().id()
        : "a";
  }

  private String person(Persona persona) {
    Account account = world.accounts().get(persona);
    return account == null ? "" : account.username();
  }

  private int number(Parameter parameter) {
    return switch (parameter.getName()) {
      case "page", "blank" -> 0;
      case "size" -> 50;
      case "hour", "days" -> 7;
      case "first" -> 0;
      case "position", "revision", "place", "from", "to", "edition" -> 1;
      case "version" -> world.due().version();
      default -> throw unknown("int " + parameter.getName());
    };
  }

  private @Nullable Object other(Parameter parameter) {
    Class<?> type = parameter.getType();
    if (type == boolean.class) return false;
    if (type == Locale.class) return Locale.ENGLISH;
    if (type == ZoneId.class) return ZoneOffset.UTC;
    if (type == Instant.class) return Instant.EPOCH;
    if (type == LocalDate.class) return LocalDate.now(ZoneOffset.UTC).plusDays(3);
    if (type == Duration.class) return Duration.ofSeconds(3);
    if (type == StudyCalendar.class) return world.learner().calendar();
    if (type == OutputStream.class) return new ByteArrayOutputStream();
    if (type == Articles.Format.class) return Articles.Format.HTML;
    if (type == Consumer.class) return new Told();
    if (type == byte[].class) return "Some words.".getBytes(StandardCharsets.UTF_8);
    if (type == Right.class) return Right.EDIT;
    if (type == Role.class) return Role.ADMINISTRATOR;
    if (type == StepKind.class) return StepKind.SUSPEND;
    if (type == Cards.Order.class) return Cards.Order.NEXT_DAY;
    if (type == Cards.Filter.class) return Cards.Filter.ALL;
    if (type == PracticeScope.class) return new PracticeScope.Hardest();
    if (type == ReviewPreferences.class) {
      return new ReviewPreferences(3, null, true, true, ReviewPreferences.Algorithm.FSRS, 0.8);
    }
    if (type == CardAnswer.class) {
      return world
          .due()
          .answer(
              Responses.right(world.due().question().question()),
              Grade.GOOD,
              Duration.ofSeconds(3));
    }
    if (type == Confidence.class) return Confidence.SURE;
    if (type == Response.class) {
      return Responses.right(world.open().item(1).asked().question());
    }
    if (type == ItemStatistics.AttemptSelection.class) return ItemStatistics.AttemptSelection.FIRST;
    if (type == Long.class) return null; // whichever there is
    if (type == Integer.class) return null; // without an end
    if (type == BehindFigures.Third.class) return BehindFigures.Third.ALL;
    if (type == Assignments.Terms.class) {
      return new Assignments.Terms(null, Instant.parse("2100-01-01T00:00:00Z"), 0.5);
    }
    if (type == Rosters.Plan.class) {
      return new Rosters.Plan(
          List.of(
              new Rosters.Entry(
                  new RosterRow(1, "Somebody", world.learner().username()),
                  Rosters.Outcome.MEMBER,
                  null)));
    }
    if (type == Rosters.RosterProgress.class) {
      return (Rosters.RosterProgress) (_, _) -> true;
    }
    if (type == RosterRules.class) return RosterRules.NONE;
    if (type == Learners.Search.class) {
      return new Learners.Search("", Learners.Filter.ALL, Learners.Sort.NAME, false);
    }
    if (type == ItemBody.class) return new ItemBody.KeyPoint("else", "", "", 0, "");
    if (type == Nudge.Kind.class) return Nudge.Kind.NOT_STARTED;
    if (type == Nudge.Level.class) return Nudge.Level.ACT;
    if (type == AuditNote.class) return AuditNote.of(AuditKind.LEARNER_VIEWED);
    if (type == AuditSearch.Filter.class) {
      return new AuditSearch.Filter(world.learner().username(), null, null, null);
    }
    if (type == AuthenticatorSetup.class) return app;
    if (type == PasskeySetup.class) return passkey;
    if (type == NewAccount.class) {
      return new NewAccount(
          world.learner().username(),
          "Somebody",
          Fixtures.PASSWORD,
          Role.ADMINISTRATOR,
          world.learner().calendar(),
          null);
    }
    if (type == Registration.Form.class) {
      return new Registration.Form(
          world.learner().username(), "Somebody", "another horse battery", null, ZoneOffset.UTC);
    }
    if (type == Question.class) return world.due().question().question();
    if (type == KeyPoint.class) return keyPoints.getFirst();
    if (type == Quiz.class) return quiz;
    return many(parameter);
  }

  private Object many(Parameter parameter) {
    return switch (parameter.getName()) {
      case "learnerIds", "accountIds" -> List.of(world.learner().id());
      case "quizIds" -> List.of(quiz.id());
      case "cardIds" -> world.cards();
      case "hidden" -> Set.of("last-seen");
      case "versionIds" -> List.of(world.due().question().id());
      case "questionIds" -> List.of(world.due().question().question().id());
      case "todayByLearner" ->
          Map.of(world.learner().id(), LocalDate.now(ZoneOffset.UTC).plusDays(1));
      case "answers" ->
          List.of(
              new PastAnswer(
                  "another",
                  Instant.parse("2024-03-01T10:00:00Z"),
                  LocalDate.parse("2024-03-01"),
                  3,
                  null,
                  null));
      case "notes" -> List.of(AuditNote.of(AuditKind.LEARNER_VIEWED));
      case "roles" -> Set.of();
      case "served" -> Set.of(world.due().question().question().id());
      default -> throw unknown(parameter.getType().getSimpleName() + " " + parameter.getName());
    };
  }

  private static AssertionError unknown(String parameter) {
    return new AssertionError(
        "The wrong-person matrix does not know whose \"%s\" is; tell it in Arguments"
            .formatted(parameter));
  }

  /** Hears what a service tells one by one. */
  static final class Told implements Consumer<Object> {

    private final List<Object> all = new ArrayList<>();

    @Override
    public void accept(Object one) {
      all.add(one);
    }

    List<Object> all() {
      return all;
    }
  }
}
