package app.keypoint.authoring.internal.sharing;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ShareRepository extends Repository<ShareEntity, ShareEntity.Key> {

  ShareEntity save(ShareEntity share);

  List<ShareEntity> findByQuizId(String quizId);

  List<ShareEntity> findByQuizIdIn(Collection<String> quizIds);

  @Modifying
  @Query("delete from AuthoredShare s where s.quizId = :quizId and s.accountId = :accountId")
  int remove(String quizId, long accountId);
}
