package app.keypoint.cohort.internal.dashboard;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.cohort.dashboard.TableColumns;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
@OpenTo(Audience.INSTRUCTORS)
class TableColumnsService implements TableColumns {

  private final HiddenColumnRepository columns;

  TableColumnsService(HiddenColumnRepository columns) {
    this.columns = columns;
  }

  @Override
  @Transactional(readOnly = true)
  public Set<String> hidden(long instructorId) {
    return columns.of(instructorId);
  }

  @Override
  public void hide(long instructorId, Set<String> hidden) {
    Set<String> before = columns.of(instructorId);
    before.stream()
        .filter(name -> !hidden.contains(name))
        .forEach(name -> columns.show(instructorId, name));
    hidden.stream()
        .filter(name -> !before.contains(name))
        .forEach(name -> columns.hide(instructorId, name));
  }
}
