package app.keypoint.content.loading;

import app.keypoint.content.Finding;
import java.util.List;

/**
 * Published after each look at the quiz files that found something to do.
 *
 * @param files how many there are
 * @param ok how many were loaded
 * @param failed how many were not, so that what was served before goes on being served
 * @param findings of all files
 */
public record ContentLoaded(int files, int ok, int failed, List<Finding> findings) {}
