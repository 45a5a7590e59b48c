package app.keypoint.cohort.dashboard;

import app.keypoint.cohort.Cohort;
import app.keypoint.content.Quiz;
import app.keypoint.identity.Account;
import app.keypoint.progress.Progress;
import java.util.List;

/** A learner as a member of a cohort, for their instructor. */
public record LearnerInCohort(
    Cohort cohort,
    Account account,
    List<Quiz> quizzes,
    Dashboard.Member member,
    Progress progress) {}
