//! Calls of the Bot API: teloxide's payloads over a transport of our own, which tells failures apart by HTTP code,
//! parameters and text, never sleeps inside a call, and never lets the token into an error.

use std::time::Duration;

use serde::{Deserialize, Serialize, de::DeserializeOwned};
use teloxide::requests::Payload;

use super::fault::ApiFault;

/// A call that has not been answered by then is taken as unclear.
const CALL: Duration = Duration::from_secs(30);

/// The longest that an upload may take: 50 MB over a slow line.
const UPLOAD: Duration = Duration::from_mins(5);

/// The longest that fetching a file may take: 20 MB over a slow line.
const FETCH: Duration = Duration::from_mins(2);

/// A bot's token. Never shown: not by `Debug`, not in errors.
#[derive(Clone)]
pub struct Token(String);

impl Token {
    /// A token as the operator wrote it. `None` if it cannot be one (`123456:letters`).
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (id, secret) = text.split_once(':')?;
        let plausible = !id.is_empty()
            && id.bytes().all(|byte| byte.is_ascii_digit())
            && secret.len() >= 10
            && secret.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-');
        plausible.then(|| Self(text.to_owned()))
    }
}

impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Token(…)")
    }
}

/// The Bot API at an address.
#[derive(Clone)]
pub struct Api {
    client: reqwest::Client,
    /// Ends in `/bot<token>/`: never shown.
    base: String,
    /// Where files are fetched; ends in `/file/bot<token>/`: never shown.
    files: String,
}

/// The envelope of every answer (Bot API, "Making requests").
#[derive(Deserialize)]
struct Envelope<T> {
    ok: bool,
    result: Option<T>,
    error_code: Option<u16>,
    #[serde(default)]
    description: String,
    parameters: Option<Parameters>,
}

#[derive(Deserialize)]
struct Parameters {
    retry_after: Option<u64>,
    migrate_to_chat_id: Option<i64>,
}

impl Api {
    /// The Bot API at `address` (`https://api.telegram.org`, or a server of one's own).
    pub fn new(address: &str, token: &Token) -> anyhow::Result<Self> {
        let client = reqwest::Client::builder()
            .connect_timeout(Duration::from_secs(10))
            .tcp_nodelay(true)
            .http1_only()
            .pool_max_idle_per_host(256)
            .user_agent(concat!("snaknov/", env!("CARGO_PKG_VERSION")))
            .build()?;
        let address = address.trim_end_matches('/');
        let (base, files) = (format!("{address}/bot{}/", token.0), format!("{address}/file/bot{}/", token.0));
        Ok(Self { client, base, files })
    }

    /// Makes a call whose answer is read as `T`.
    pub async fn call<P: Payload + Serialize, T: DeserializeOwned>(&self, payload: &P) -> Result<T, ApiFault> {
        self.send(P::NAME, self.client.post(self.address(P::NAME)).json(payload), CALL).await
    }

    /// The bot's own user name, without `@`.
    pub async fn me(&self) -> Result<String, ApiFault> {
        #[derive(Deserialize)]
        struct Me {
            username: String,
        }
        Ok(self.call::<_, Me>(&teloxide::payloads::GetMe::new()).await?.username)
    }

    /// Makes a call with a body that teloxide has no plain payload for.
    pub(super) async fn call_json<T: DeserializeOwned>(
        &self,
        method: &'static str,
        body: &impl Serialize,
        longest: Duration,
    ) -> Result<T, ApiFault> {
        self.send(method, self.client.post(self.address(method)).json(body), longest).await
    }

    /// Makes a call that uploads a file.
    pub(super) async fn call_form<T: DeserializeOwned>(
        &self,
        method: &'static str,
        form: reqwest::multipart::Form,
    ) -> Result<T, ApiFault> {
        self.send(method, self.client.post(self.address(method)).multipart(form), UPLOAD).await
    }

    /// Fetches a file by its path, into memory; more than `most` bytes are refused.
    pub(super) async fn fetch(&self, path: &str, most: usize) -> Result<Vec<u8>, ApiFault> {
        let lost = |error: reqwest::Error| ApiFault::lost("fetching a file", &error.without_url());
        let request = self.client.get(format!("{}{path}", self.files)).timeout(FETCH);
        let mut response = request.send().await.map_err(lost)?;
        let status = response.status().as_u16();
        if status != 200 {
            return Err(ApiFault::told(status, "a file was not handed out".into(), None, None));
        }
        let mut bytes = Vec::new();
        while let Some(chunk) = response.chunk().await.map_err(lost)? {
            bytes.extend_from_slice(&chunk);
            if bytes.len() > most {
                return Err(ApiFault::told(400, "a file is larger than it may be".into(), None, None));
            }
        }
        Ok(bytes)
    }

    fn address(&self, method: &str) -> String {
        format!("{}{method}", self.base)
    }

    async fn send<T: DeserializeOwned>(
        &self,
        method: &'static str,
        request: reqwest::RequestBuilder,
        longest: Duration,
    ) -> Result<T, ApiFault> {
        let lost = |error: reqwest::Error| ApiFault::lost(method, &error.without_url());
        let response = request.timeout(longest).send().await.map_err(lost)?;
        let status = response.status().as_u16();
        let body = response.bytes().await.map_err(lost)?;
        let Ok(envelope) = serde_json::from_slice::<Envelope<T>>(&body) else {
            return Err(ApiFault::Server { status, description: format!("{method} was answered with something else") });
        };
        match envelope {
            Envelope { ok: true, result: Some(result), .. } => Ok(result),
            Envelope { error_code, description, parameters, .. } => {
                let parameters = parameters.unwrap_or(Parameters { retry_after: None, migrate_to_chat_id: None });
                Err(ApiFault::told(
                    error_code.unwrap_or(status),
                    description,
                    parameters.retry_after,
                    parameters.migrate_to_chat_id,
                ))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_recognised_and_never_shown() {
        let token = Token::parse(" 123456:AAbb-cc_dd11\n").unwrap();
        assert_eq!(format!("{token:?}"), "Token(…)");
        for wrong in ["", "123456", "abc:AAbbccddee", "1:short", "1:has space in it"] {
            assert!(Token::parse(wrong).is_none(), "{wrong}");
        }
    }

    #[tokio::test]
    async fn an_error_of_the_network_does_not_carry_the_token() {
        let token = Token::parse("123456:SECRETSECRET").unwrap();
        let api = Api::new("http://127.0.0.1:1", &token).unwrap();
        let fault = api.call::<_, serde_json::Value>(&teloxide::payloads::GetMe::new()).await.unwrap_err();
        assert!(!format!("{fault:?} {fault}").contains("SECRET"));
        assert!(matches!(fault, ApiFault::NotReached(_)));
    }
}
