package org.zhaoshang.shared.duplicates;

import java.util.Arrays;

/**
 * How alike two names are: one less the edits (Levenshtein, in characters) over the length of the longer. Common endings
 * such as 项目 stay in: every name has them, so they say as little for as against.
 */
final class Similarity {
    private Similarity() {}

    static double between(String one, String other) {
        int[] first = one.codePoints().toArray();
        int[] second = other.codePoints().toArray();
        int longer = Math.max(first.length, second.length);
        return longer == 0 ? 1 : 1 - (double) edits(first, second) / longer;
    }

    private static int edits(int[] first, int[] second) {
        int[] row = new int[second.length + 1];
        Arrays.setAll(row, at -> at);
        for (int i = 1; i <= first.length; i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= second.length; j++) {
                int replaced = diagonal + (first[i - 1] == second[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[second.length];
    }
}
