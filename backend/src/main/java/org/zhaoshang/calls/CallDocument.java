package org.zhaoshang.calls;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Map;

/** A call as the trail keeps it: its terms and quotas in one document. */
record CallDocument(int year, @JsonUnwrapped Call.Terms terms, Map<String, Integer> quotas) {
    static CallDocument of(Call call, Map<String, Integer> quotas) {
        return new CallDocument(call.year(), call.terms(), quotas);
    }
}
