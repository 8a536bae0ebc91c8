/** What a fault is, and the SPI of those who inject it. Injectors know how, never when: schedules belong to the caller. */
@NullMarked
package io.lifeboat.fault;

import org.jspecify.annotations.NullMarked;
