package app.keypoint.identity.internal.erasure;

import app.keypoint.access.PersonalData;
import app.keypoint.access.PersonalData.Held;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All features' {@link PersonalData} as one. Asked for late, since features need accounts. */
@Component
class AllPersonalData {

  private final ObjectProvider<PersonalData> features;

  AllPersonalData(ObjectProvider<PersonalData> features) {
    this.features = features;
  }

  List<Held> held(long accountId) {
    return features.orderedStream().flatMap(one -> one.held(accountId).stream()).toList();
  }

  void handOver(long accountId, long successorId) {
    features.orderedStream().forEach(one -> one.handOver(accountId, successorId));
  }

  void forget(long accountId) {
    features.orderedStream().forEach(one -> one.forget(accountId));
    features.orderedStream().forEach(one -> one.forgetLast(accountId));
  }
}
