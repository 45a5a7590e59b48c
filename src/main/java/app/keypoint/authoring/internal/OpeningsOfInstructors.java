package app.keypoint.authoring.internal;

import app.keypoint.cohort.InstructorTakenAway;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What an instructor opened to a cohort is closed to it when they run it no more: docs/adr/0165.
 */
@Component
class OpeningsOfInstructors {

  private final OpeningRepository openings;

  OpeningsOfInstructors(OpeningRepository openings) {
    this.openings = openings;
  }

  @EventListener
  void on(InstructorTakenAway taken) {
    openings.removeOfIn(taken.cohortId(), taken.instructorId());
  }
}
