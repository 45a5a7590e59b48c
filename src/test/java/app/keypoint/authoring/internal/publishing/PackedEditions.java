package app.keypoint.authoring.internal.publishing;

/** When the texts of an edition are packed, for tests of other rooms. */
public final class PackedEditions {

  /** So many later editions leave it as it is. */
  public static final int AFTER = PublishingService.UNPACKED;

  private PackedEditions() {}
}
