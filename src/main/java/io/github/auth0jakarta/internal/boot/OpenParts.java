package io.github.auth0jakarta.internal.boot;

import io.github.auth0jakarta.internal.oauth.FederatedDomains;
import io.github.auth0jakarta.internal.oauth.ProviderMetadataSource;
import io.github.auth0jakarta.internal.oauth.UserInfoEndpoint;

/** What can be asked of the provider also by an application that is no client of it. */
record OpenParts(ProviderMetadataSource metadata, UserInfoEndpoint userInfo, FederatedDomains federatedDomains) {}
