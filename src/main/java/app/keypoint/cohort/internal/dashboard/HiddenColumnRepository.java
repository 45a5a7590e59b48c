package app.keypoint.cohort.internal.dashboard;

import java.util.Set;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface HiddenColumnRepository extends Repository<HiddenColumnEntity, HiddenColumnEntity.Key> {

  @Query("select c.name from HiddenColumnEntity c where c.accountId = :accountId")
  Set<String> of(long accountId);

  @Modifying
  @Query("delete from HiddenColumnEntity c where c.accountId = :accountId and c.name = :name")
  void show(long accountId, String name);

  /** Two tabs may hide the same. */
  @Modifying
  @Query(
      nativeQuery = true,
      value =
          """
          insert into hidden_column (account_id, name) values (:accountId, :name)
          on conflict do nothing
          """)
  void hide(long accountId, String name);
}
