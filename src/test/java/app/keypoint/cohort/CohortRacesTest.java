package app.keypoint.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.identity.Account;
import app.keypoint.support.Fixtures;
import app.keypoint.support.ServiceTest;
import app.keypoint.support.races.Duel;
import app.keypoint.support.races.InTurn;
import app.keypoint.support.races.InTurn.Told;
import app.keypoint.support.races.Lock;
import app.keypoint.support.races.Races;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who comes into a cohort and goes out of it at the same moment. */
@ServiceTest
@Tag("slow")
class CohortRacesTest {

  private static final String GONE = "GoneException";

  @Autowired Races races;
  @Autowired Cohorts cohorts;
  @Autowired CohortInstructors instructors;
  @Autowired Memberships memberships;
  @Autowired Fixtures fixtures;

  /** A new cohort and somebody who has its code. */
  private final class Scene {
    final Account instructor = fixtures.instructor();
    final Account colleague = fixtures.instructor();
    final Account learner = fixtures.learner();
    final Cohort cohort;

    Scene() {
      fixtures.signIn(instructor);
      cohort = cohorts.create(instructor.id(), "Seminar");
    }

    Callable<String> join() {
      String code = cohort.joinCode().toString();
      return as(learner, () -> memberships.join(learner.id(), code), "joined");
    }

    Callable<String> leave() {
      return as(learner, () -> memberships.leave(learner.id(), cohort.id()), "left");
    }

    Callable<String> remove() {
      return as(
          instructor,
          () -> cohorts.removeMember(instructor.id(), cohort.id(), learner.id()),
          "removed");
    }

    Callable<String> renew() {
      return as(instructor, () -> cohorts.renewCode(instructor.id(), cohort.id()), "renewed");
    }

    Callable<String> takeAwayTheColleague() {
      return as(
          instructor,
          () -> instructors.remove(instructor.id(), cohort.id(), colleague.username()),
          "taken away");
    }

    Callable<String> renameAsColleague() {
      return as(colleague, () -> cohorts.rename(colleague.id(), cohort.id(), "Renamed"), "renamed");
    }

    Scene withAColleague() {
      instructors.add(instructor.id(), cohort.id(), colleague.username());
      return this;
    }

    Callable<String> delete() {
      return as(instructor, () -> cohorts.delete(instructor.id(), cohort.id()), "deleted");
    }

    Callable<String> allowBack() {
      return as(
          instructor,
          () -> cohorts.allowBack(instructor.id(), cohort.id(), learner.id()),
          "allowed back");
    }

    Scene with(Callable<String> before) {
      try {
        var unused = before.call();
        return this;
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }

    private Callable<String> as(Account who, Runnable action, String told) {
      return () -> {
        fixtures.signIn(who);
        action.run();
        return told;
      };
    }

    /** What the learner and the instructor see. */
    private String picture() {
      fixtures.signIn(learner);
      List<String> joined =
          memberships.of(learner.id()).stream().map(Memberships.Membership::cohort).toList();
      fixtures.signIn(instructor);
      List<Cohort> held = cohorts.of(instructor.id());
      return "member of %s, cohorts with %s, removed %s"
          .formatted(
              joined,
              held.stream().map(Cohort::members).toList(),
              held.isEmpty() ? 0 : cohorts.removed(instructor.id(), cohort.id()).size());
    }
  }

  @Test
  void joiningTwice() {
    Told told = race(Lock.COHORT, scene -> scene, Scene::join, Scene::join).oneFirst();
    assertThat(told)
        .isEqualTo(
            new Told("joined", "joined", "member of [Seminar], cohorts with [1], removed 0"));
  }

  @Test
  void leavingTwice() {
    Told told =
        race(Lock.MEMBER, scene -> scene.with(scene.join()), Scene::leave, Scene::leave).oneFirst();
    assertThat(told).isEqualTo(new Told("left", GONE, "member of [], cohorts with [0], removed 0"));
  }

  @Test
  void leavingAndBeingRemoved() {
    InTurn turns =
        race(Lock.MEMBER, scene -> scene.with(scene.join()), Scene::leave, Scene::remove);
    assertThat(turns.oneFirst().other()).isEqualTo(GONE);
    assertThat(turns.otherFirst().one()).isEqualTo(GONE);
  }

  @Test
  void whoeverIsRemovedDoesNotSlipInAgain() {
    InTurn turns = race(Lock.COHORT, scene -> scene.with(scene.join()), Scene::remove, Scene::join);
    String out = "member of [], cohorts with [0], removed 1";
    assertThat(turns.oneFirst()).isEqualTo(new Told("removed", "RemovedMemberException", out));
    assertThat(turns.otherFirst()).isEqualTo(new Told("removed", "joined", out));
  }

  @Test
  void beingAllowedBackAndJoining() {
    InTurn turns =
        race(
            Lock.COHORT,
            scene -> scene.with(scene.join()).with(scene.remove()),
            Scene::allowBack,
            Scene::join);
    assertThat(turns.oneFirst().other()).isEqualTo("joined");
    assertThat(turns.otherFirst().other()).isEqualTo("RemovedMemberException");
  }

  @Test
  void aCodeThatIsReplacedLetsNobodyIn() {
    InTurn turns = race(Lock.COHORT, scene -> scene, Scene::renew, Scene::join);
    assertThat(turns.oneFirst().other()).isEqualTo("IllegalArgumentException");
    assertThat(turns.otherFirst().other()).isEqualTo("joined");
  }

  @Test
  void aCohortThatIsDeletedTakesNobodyIn() {
    InTurn turns = race(Lock.COHORT, scene -> scene, Scene::delete, Scene::join);
    assertThat(turns.oneFirst().other()).isEqualTo("IllegalArgumentException");
    assertThat(turns.otherFirst())
        .isEqualTo(new Told("deleted", "joined", "member of [], cohorts with [], removed 0"));
  }

  @Test
  void anInstructorWhoIsTakenAwayWhileWaitingChangesNothing() {
    InTurn turns =
        race(
            Lock.COHORT,
            Scene::withAColleague,
            Scene::takeAwayTheColleague,
            Scene::renameAsColleague);
    assertThat(turns.oneFirst().other()).isEqualTo(GONE);
    assertThat(turns.otherFirst().other()).isEqualTo("renamed");
  }

  private InTurn race(
      Lock lock,
      Function<Scene, Scene> before,
      Function<Scene, Callable<String>> one,
      Function<Scene, Callable<String>> other) {
    return InTurn.always(
        races,
        lock,
        () -> {
          Scene scene = before.apply(new Scene());
          return new Duel(one.apply(scene), other.apply(scene), scene::picture);
        });
  }
}
