package app.keypoint.progress.ui;

import static app.keypoint.progress.ui.Texts.text;

import app.keypoint.identity.Account;
import app.keypoint.identity.CurrentAccount;
import app.keypoint.progress.Invitations;
import app.keypoint.progress.Invitations.Invitation;
import app.keypoint.progress.LearnerProgress;
import app.keypoint.progress.Progress;
import app.keypoint.quiz.AssignedQuizzes;
import app.keypoint.review.statistics.Streak;
import app.keypoint.ui.EmptyState;
import app.keypoint.ui.StaticMarkup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What to do today: the due cards first, then the quizzes. */
@Route("")
@Menu(title = "progress.today.menu", order = 1)
@PermitAll
class TodayView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private static final int FORECAST_DAYS = 7;
  private static final int ACTIVITY_WEEKS = 18;

  private final LearnerProgress service;
  private final AssignedQuizzes assigned;
  private final Invitations invitations;
  private final CurrentAccount current;
  private final Clock clock;

  TodayView(
      LearnerProgress service,
      AssignedQuizzes assigned,
      Invitations invitations,
      CurrentAccount current,
      Clock clock) {
    this.service = service;
    this.assigned = assigned;
    this.invitations = invitations;
    this.current = current;
    this.clock = clock;
  }

  /** Anew each time: choosing Today once more keeps the view, and the day goes on. */
  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    show();
  }

  /** The button that had the focus is gone. */
  private void answered() {
    show();
    getElement().setAttribute("tabindex", "-1");
    getElement().callJsFunction("focus");
  }

  private void show() {
    Account learner = current.get();
    Progress progress = service.of(learner);
    removeAll();
    add(StaticMarkup.of(new TodayHero(learner, progress)));
    List<Invitation> asked = invitations.of(learner.id());
    if (!asked.isEmpty()) {
      add(new InvitationList(invitations, learner.id(), asked, this::answered));
    }
    if (progress.quizzes().isEmpty()) {
      add(new EmptyState(text("quizzes.none"), text("quizzes.none-text")));
      return;
    }
    Section quizzes =
        new Section(
            new H2(text("quizzes.menu")), new QuizList(progress.quizzes(), clock.instant()));
    Section memory = new Section();
    if (progress.load().cards() > 0) {
      memory.add(week(progress));
    }
    memory.add(streak(progress));
    memory.addClassName("card");
    Div columns = new Div(StaticMarkup.of(new Div(main(learner, progress, quizzes))), memory);
    columns.addClassName("today-columns");
    add(columns);
  }

  @Override
  public String getPageTitle() {
    return text("today.menu");
  }

  private Section[] main(Account learner, Progress progress, Section quizzes) {
    quizzes.addClassName("card");
    List<Section> sections = new ArrayList<>();
    Set<String> shown =
        progress.quizzes().stream().map(quiz -> quiz.quiz().id()).collect(Collectors.toSet());
    // A quiz that was closed since leaves its assignment behind.
    List<AssignedQuizzes.Assigned> asked =
        assigned.of(learner.id()).stream().filter(each -> shown.contains(each.quizId())).toList();
    if (!asked.isEmpty()) {
      sections.add(
          new AssignedList(asked, progress.quizzes(), learner.calendar(), clock.instant()));
    }
    if (!progress.exams().isEmpty()) {
      sections.add(new ExamList(progress.exams(), progress.quizzes(), progress.today()));
    }
    sections.add(quizzes);
    if (progress.load().cards() > 0) {
      sections.add(new MorePractice());
    }
    return sections.toArray(Section[]::new);
  }

  private static Div week(Progress progress) {
    return new Div(
        new H2(text("today.week")),
        note(text("today.week-text")),
        Charts.forecast(progress, FORECAST_DAYS));
  }

  private static Div streak(Progress progress) {
    Streak streak = progress.streak();
    return new Div(
        new H2(text("today.streak", streak.current())),
        note(encouragement(progress, streak)),
        Charts.activity(progress, ACTIVITY_WEEKS));
  }

  private static String encouragement(Progress progress, Streak streak) {
    if (streak.current() == 0) {
      return text("today.streak-start");
    }
    return progress.activeToday()
        ? text("today.streak-longest", streak.longest())
        : text("today.streak-keep");
  }

  private static Paragraph note(String words) {
    Paragraph note = new Paragraph(words);
    note.addClassNames("muted", "small");
    return note;
  }
}
