package app.keypoint.content.internal.picture;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.content.Picture;
import app.keypoint.content.picture.KeptPicture;
import app.keypoint.content.picture.PictureStore;
import app.keypoint.identity.GoneException;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps images by their hash. */
@Service
@Transactional
@OpenTo(Audience.FEATURES)
public class PictureRows implements PictureStore {

  private final EntityManager db;
  private final Clock clock;

  PictureRows(EntityManager db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  @Override
  public void hold() {
    Object unused =
        db.createNativeQuery("select id from content_load where id = 1 for update")
            .getSingleResult();
  }

  @Override
  public void keep(KeptPicture picture) {
    keep(List.of(picture));
  }

  @Override
  public void keep(List<KeptPicture> pictures) {
    if (!pictures.isEmpty()) {
      // Of two who bring the same at once one would fail, and would have to bring it again.
      hold();
      pictures.forEach(this::put);
    }
  }

  private void put(KeptPicture picture) {
    if (db.find(PictureRow.class, picture.picture().hash(), LockModeType.PESSIMISTIC_READ)
        == null) {
      db.persist(new PictureRow(picture, clock.instant()));
    }
  }

  @Override
  @Transactional(readOnly = true)
  public Map<String, Picture> known(Collection<String> hashes) {
    return hashes.isEmpty()
        ? Map.of()
        : db.createQuery(
                "select new app.keypoint.content.Picture("
                    + "p.hash, p.format, p.width, p.height, '')"
                    + " from PictureRow p where p.hash in :hashes",
                Picture.class)
            .setParameter("hashes", hashes)
            .getResultStream()
            .collect(Collectors.toMap(Picture::hash, Function.identity()));
  }

  @Override
  @Transactional(readOnly = true)
  public KeptPicture read(String hash) {
    PictureRow row = db.find(PictureRow.class, hash);
    if (row == null) {
      throw new GoneException("picture " + hash);
    }
    return row.kept();
  }

  @Override
  public void letGo(String hash) {
    int unused =
        db.createQuery(
                "delete from PictureRow p where p.hash = :hash and not exists"
                    + " (select 1 from VersionRow v where v.body like :named)")
            .setParameter("hash", hash)
            .setParameter("named", named(hash))
            .executeUpdate();
  }

  /** Hashes have no signs that would stand for others. */
  static String named(String hash) {
    return "%" + hash + "%";
  }
}
