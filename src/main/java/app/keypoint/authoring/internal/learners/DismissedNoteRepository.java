package app.keypoint.authoring.internal.learners;

import java.util.Collection;
import java.util.List;
import org.springframework.data.repository.Repository;

interface DismissedNoteRepository extends Repository<DismissedNoteEntity, DismissedNoteEntity.Key> {

  DismissedNoteEntity save(DismissedNoteEntity aside);

  List<DismissedNoteEntity> findByQuizIdIn(Collection<String> quizIds);
}
