package app.keypoint.content.lint;

import app.keypoint.content.KeyPoint;

/**
 * A key point under the lint.
 *
 * @param pointer to it in the file
 */
record Point(KeyPoint keyPoint, String pointer) {

  String id() {
    return keyPoint.id();
  }

  String at(String field) {
    return pointer + "/" + field;
  }
}
