package app.keypoint.cohort.internal.dashboard;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** A row of {@code hidden_column}. */
@Entity
@Table(name = "hidden_column")
@IdClass(HiddenColumnEntity.Key.class)
class HiddenColumnEntity {

  @Id long accountId;
  @Id String name;

  @SuppressWarnings("NullAway.Init") // for JPA
  protected HiddenColumnEntity() {}

  record Key(long accountId, String name) {}
}
