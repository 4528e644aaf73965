package org.zhaoshang.shared.seed;

import java.util.List;

/**
 * What a feature tells of the demonstration's past. The stories of all features are told together, in the order of time, so that
 * a report speaks of projects as they stood when it was written.
 */
public interface Story {
    /** Asked once at each start, before anything is told; empty where the feature has records already. */
    List<Act> acts();
}
