package io.lifeboat.junit;

import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Something that Jupiter closes with the store that it is in. Since 5.13 a plain {@link AutoCloseable} is enough; older
 * ones, as Spring Boot 3.5 brings along, close only the type that is deprecated since.
 */
@SuppressWarnings("deprecation")
interface Stored extends ExtensionContext.Store.CloseableResource, AutoCloseable {

    @Override
    void close();
}
