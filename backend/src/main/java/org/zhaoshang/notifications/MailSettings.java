package org.zhaoshang.notifications;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Mail to people. The server it goes through is named in {@code quarkus.mailer}. */
@ConfigMapping(prefix = "zhaoshang.mail")
interface MailSettings {
    /** The sender's address. Without one there is no mail: none is sent, and none is kept to be sent once there is. */
    Optional<String> from();

    /** Where people open the client, for the links in mails; without it a mail says only what has happened. */
    Optional<URI> client();

    /** How long a mail server that can not be used is left alone; doubled each time it still can not. */
    Duration pause();

    Duration longestPause();

    /** How long a mail server may take over one mail before it counts as one that can not be used. */
    Duration longestConversation();
}
