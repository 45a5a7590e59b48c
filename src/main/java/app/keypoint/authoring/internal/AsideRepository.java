package app.keypoint.authoring.internal;

import java.util.Collection;
import java.util.List;
import org.springframework.data.repository.Repository;

interface AsideRepository extends Repository<AsideEntity, AsideEntity.Key> {

  AsideEntity save(AsideEntity aside);

  List<AsideEntity> findByQuizIdIn(Collection<String> quizIds);
}
