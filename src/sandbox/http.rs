//! The server: which path is the Bot API, which a file, which the page. What a call does is elsewhere.

use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use axum::extract::{ConnectInfo, Request, State};
use axum::http::header::{CONTENT_TYPE, HeaderValue};
use axum::http::{Method as Verb, StatusCode};
use axum::response::{IntoResponse, Response};

use super::control;
use super::faults::Fault;
use super::hub::Hub;
use super::line::Cut;
use super::methods::{self, GET_UPDATES};
use super::params::{Params, percent_decoded};
use super::reply::{Answer, ApiError, ok_body};

pub(super) async fn serve(
    State(hub): State<Arc<Hub>>,
    ConnectInfo(cut): ConnectInfo<Cut>,
    request: Request,
) -> Response {
    if hub.is_stopped() {
        cut.now();
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    }
    let path = request.uri().path();
    if let Some(rest) = path.strip_prefix("/file/bot") {
        return download(&hub, rest);
    }
    if let Some(rest) = path.strip_prefix("/bot") {
        let rest = percent_decoded(rest, false);
        return bot(&hub, &cut, &rest, request).await;
    }
    control::serve(&hub, request).await
}

/// `<token>/<method>`.
async fn bot(hub: &Hub, cut: &Cut, rest: &str, request: Request) -> Response {
    let verb = request.method().clone();
    // Read even if it will be refused: a body left on the line would spoil the connection for the next call.
    let params = Params::read(request).await;
    let Some((token, name)) = rest.split_once('/') else { return refuse(&ApiError::plain(404, "Not Found")) };
    if token != hub.token {
        return refuse(&ApiError::plain(401, "Unauthorized"));
    }
    if verb != Verb::POST && verb != Verb::GET {
        return refuse(&ApiError::plain(405, "Method Not Allowed"));
    }
    let Some((index, method)) = methods::find(name) else {
        let error = ApiError { breach: true, ..ApiError::plain(404, "Not Found") };
        hub.note(name, &error);
        return refuse(&error);
    };
    let fault = hub.faults.take(method.name);
    match &fault {
        Some(Fault::Error { code, description, retry_after }) => {
            let parameters = retry_after.map(|seconds| serde_json::json!({ "retry_after": seconds }));
            return refuse(&ApiError { parameters, ..ApiError::plain(*code, description) });
        }
        Some(Fault::Reset) => return hang_up(cut),
        _ => {}
    }
    let answer = answer(hub, index, method, params).await;
    match fault {
        Some(Fault::AcceptThenDrop) => return hang_up(cut),
        Some(Fault::Delay(millis)) => tokio::time::sleep(Duration::from_millis(millis)).await,
        _ => {}
    }
    match answer {
        Ok(result) => json_response(StatusCode::OK, ok_body(&result)),
        Err(error) => {
            hub.note(method.name, &error);
            refuse(&error)
        }
    }
}

async fn answer(hub: &Hub, index: usize, method: &methods::Method, params: Result<Params, ApiError>) -> Answer {
    let params = hub.checked(index, method, params?)?;
    if index == GET_UPDATES {
        return hub.get_updates(&params).await;
    }
    hub.run(method, params)
}

fn hang_up(cut: &Cut) -> Response {
    cut.now();
    StatusCode::BAD_GATEWAY.into_response()
}

fn refuse(error: &ApiError) -> Response {
    json_response(StatusCode::from_u16(error.code).unwrap_or(StatusCode::BAD_REQUEST), error.body())
}

pub(super) fn json_response(status: StatusCode, body: String) -> Response {
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = status;
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response
}

/// `<token>/<file_path>`, the slashes of the path escaped or not.
fn download(hub: &Hub, rest: &str) -> Response {
    let rest = percent_decoded(rest, false);
    let Some((token, path)) = rest.split_once('/') else { return refuse(&ApiError::plain(404, "Not Found")) };
    if token != hub.token {
        return refuse(&ApiError::plain(401, "Unauthorized"));
    }
    let now = hub.now();
    let Some(bytes) = hub.lock().files.linked(path, now).map(|f| f.bytes.clone()) else {
        return refuse(&ApiError::plain(404, "Not Found"));
    };
    let mut response = Response::new(Body::from(bytes));
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/octet-stream"));
    response
}
