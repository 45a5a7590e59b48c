package app.keypoint.lives;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.identity.AccountSettings;
import app.keypoint.identity.internal.Signed;
import app.keypoint.practice.Exams;
import app.keypoint.review.ReviewPreferences;
import app.keypoint.review.ReviewPreferences.Algorithm;
import app.keypoint.review.ReviewSettings;
import app.keypoint.scheduling.Scheduler;
import app.keypoint.time.StudyCalendar;
import java.time.LocalDate;
import java.util.Map;

/** Settings of a learner. */
final class SettingOps {

  private final World world;

  SettingOps(World world) {
    this.world = world;
  }

  void scheduler(Life life, Op op) {
    ReviewPreferences old = life.model.preferences;
    ReviewPreferences chosen =
        new ReviewPreferences(
            old.newPerDay(),
            old.reviewsPerDay(),
            false,
            false,
            Algorithm.values()[op.a() % 4 > 0 ? 1 - old.algorithm().ordinal() : op.a() / 4 % 2],
            op.b() % 2 == 0 ? 0.9 : 0.8);
    Map<String, State> before = life.model.states();
    Scheduler scheduler = life.model.scheduler();
    life.model.preferences = chosen;
    int moved = world.at(() -> world.bean(ReviewSettings.class).change(life.account, chosen));
    assertThat(moved)
        .as("cards on another day")
        .isEqualTo(
            scheduler.equals(life.model.scheduler()) ? 0 : world.replayed(life, before, _ -> true));
  }

  void limits(Life life, Op op) {
    ReviewPreferences old = life.model.preferences;
    life.model.preferences =
        new ReviewPreferences(
            op.a() % 3,
            op.b() % 3 == 0 ? null : 1 + op.b() % 5,
            false,
            false,
            old.algorithm(),
            old.retention());
    world.bean(ReviewSettings.class).change(life.account, life.model.preferences);
  }

  void exam(Life life, Op op) {
    Exams exams = world.bean(Exams.class);
    String quiz = op.quiz();
    if (op.b() % 4 == 0) {
      exams.remove(life.account, quiz);
      life.exams.remove(quiz);
    } else {
      LocalDate day = world.today(life).plusDays(op.daysAhead());
      world.at(
          () -> {
            exams.set(life.account, quiz, day);
            return true;
          });
      life.exams.put(quiz, day);
    }
  }

  void move(Life life, Op op) {
    StudyCalendar old = life.account.calendar();
    StudyCalendar next =
        new StudyCalendar(World.ZONES.get(op.a() % World.ZONES.size()), op.b() % 8);
    life.account =
        Signed.in(
            world.context,
            life.account,
            () ->
                world.at(
                    () ->
                        world
                            .bean(AccountSettings.class)
                            .change(life.account.id(), life.account.displayName(), next, null)));
    LocalDate from = old.dayOf(world.now);
    LocalDate to = next.dayOf(world.now);
    boolean shorter =
        to.equals(from) && next.startOf(to.plusDays(1)).isBefore(old.startOf(from.plusDays(1)));
    if (to.isAfter(from) || shorter) {
      from.datesUntil(to.plusDays(1)).forEach(life.bridged::add);
    }
  }
}
