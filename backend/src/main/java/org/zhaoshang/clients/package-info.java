/** Machine callers (API 客户端): their scopes, networks and secrets, and the tokens they get by OAuth 2.0. */
@NullMarked
package org.zhaoshang.clients;

import org.jspecify.annotations.NullMarked;
