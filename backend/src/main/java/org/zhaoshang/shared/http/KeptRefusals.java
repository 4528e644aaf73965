package org.zhaoshang.shared.http;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.jspecify.annotations.Nullable;

/**
 * Stores the refusals of {@link Idempotent} methods. Around their transaction, since that is rolled back; and after it, since
 * whoever holds one connection while asking for another can bring everything to a halt.
 */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
class KeptRefusals {
    /** Where {@link IdempotencyInterceptor} leaves what is to be kept. */
    static final String REFUSAL = KeptRefusals.class.getName();

    private final IdempotencyKeys keys;

    KeptRefusals(IdempotencyKeys keys) {
        this.keys = keys;
    }

    record Refusal(IdempotencyKeys.Key key, IdempotencyKeys.Stored answer) {}

    @AroundInvoke
    @Nullable
    Object keep(InvocationContext invocation) throws Exception {
        try {
            return invocation.proceed();
        } catch (Problem refused) {
            if (invocation.getContextData().get(REFUSAL) instanceof Refusal refusal) {
                keys.store(refusal.key(), refusal.answer());
            }
            throw refused;
        }
    }
}
