package app.keypoint.review.internal.log;

import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ReviewLearnerRepository extends Repository<ReviewLearnerEntity, Long> {

  /** Holds the learner until the transaction ends, and counts a step. */
  default NextStep next(long learnerId) {
    if (count(learnerId) == 0) {
      open(learnerId);
      var unused = count(learnerId);
    }
    return nextStep(learnerId);
  }

  /**
   * Says how many rows there were to count in: none or one. In SQL, as every answer does it and
   * Hibernate translates an update of its own language anew each time.
   */
  @Modifying
  @Query(
      value = "update review_learner set steps = steps + 1 where learner_id = :learnerId",
      nativeQuery = true)
  int count(long learnerId);

  /** Two tabs may do so at once. */
  @Modifying
  @Query(
      value =
          """
          insert into review_learner (learner_id, steps) values (:learnerId, 0)
          on conflict do nothing
          """,
      nativeQuery = true)
  void open(long learnerId);

  @Query(
      """
      select new app.keypoint.review.internal.log.ReviewLearnerRepository$NextStep(l.steps, p)
      from ReviewLearnerEntity l left join ReviewPreferencesEntity p on p.learnerId = l.learnerId
      where l.learnerId = :learnerId
      """)
  NextStep nextStep(long learnerId);

  /** What a step begins with. */
  record NextStep(long number, @Nullable ReviewPreferencesEntity preferences) {}
}
