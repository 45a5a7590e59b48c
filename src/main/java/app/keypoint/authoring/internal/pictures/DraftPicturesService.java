package app.keypoint.authoring.internal.pictures;

import app.keypoint.access.Audience;
import app.keypoint.access.HeavyWork;
import app.keypoint.access.OpenTo;
import app.keypoint.authoring.DraftPictures;
import app.keypoint.authoring.Right;
import app.keypoint.authoring.internal.QuizAccess;
import app.keypoint.content.picture.KeptPicture;
import app.keypoint.content.picture.PictureFault;
import app.keypoint.content.picture.PictureFile;
import app.keypoint.content.picture.PictureViewers;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

@Service
@OpenTo(Audience.INSTRUCTORS)
class DraftPicturesService implements DraftPictures {

  private final QuizAccess access;
  private final QuizPictures pictures;
  private final HeavyWork heavy;
  private final TransactionTemplate transaction;

  DraftPicturesService(
      QuizAccess access, QuizPictures pictures, HeavyWork heavy, TransactionTemplate transaction) {
    this.access = access;
    this.pictures = pictures;
    this.heavy = heavy;
    this.transaction = transaction;
  }

  /** No transaction waits while it is decoded. */
  @Override
  public Brought bring(long instructorId, String draftId, byte[] file) {
    var unused = access.require(instructorId, draftId, Right.EDIT);
    try {
      return switch (heavy.inPlace(() -> PictureFile.read(file))) {
        case PictureFile.Read.Unusable(PictureFault fault) -> new Brought.Faulty(fault);
        case PictureFile.Read.Usable(KeptPicture kept) -> keep(instructorId, draftId, kept);
      };
    } catch (HeavyWork.Full e) {
      return new Brought.Busy();
    }
  }

  private Brought keep(long instructorId, String draftId, KeptPicture kept) {
    boolean room =
        Boolean.TRUE.equals(
            transaction.execute(
                _ -> pictures.take(access.hold(instructorId, draftId, Right.EDIT), kept)));
    return room ? new Brought.Taken(kept.picture().file()) : new Brought.Full();
  }

  /** Tells content who writes with an image. */
  @Component
  @Transactional(readOnly = true)
  @OpenTo(Audience.FEATURES)
  static class Writers implements PictureViewers {

    private final PictureRepository pictures;

    Writers(PictureRepository pictures) {
      this.pictures = pictures;
    }

    @Override
    public boolean writes(long accountId, String hash) {
      return pictures.writtenBy(accountId, hash) > 0;
    }
  }
}
