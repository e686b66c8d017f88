"""The emulated AWS of our tests and of the example: moto's server, with the few gaps filled in that a scan meets.

Usage: python moto_server.py PORT. What is changed, and why, is said at each change; everything else is moto's own.
"""

import json
import os
import sys
import threading
import time
from datetime import datetime
from urllib.parse import quote

os.environ.setdefault("MOTO_IAM_LOAD_MANAGED_POLICIES", "true")

from moto.account import urls as account_urls
from moto.account.responses import AccountResponse
from moto.codebuild import responses as codebuild
from moto.codedeploy import models as codedeploy
from moto.codepipeline import models as codepipeline
from moto.codepipeline.responses import CodePipelineResponse
from moto.core.responses import ActionResult, BaseResponse
from moto.core.utils import unix_time
from moto.ec2.models import availability_zones_and_regions as ec2
from moto.iam import models as iam
from moto.iam.responses import IamResponse
from moto.moto_api._internal import mock_random
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from moto.organizations import models as organizations
from moto.organizations import utils as organization_names
from moto.organizations.responses import OrganizationsResponse
from moto.s3.responses import S3Response
from moto.sts import models as sts
from moto.sts.exceptions import STSClientError
from werkzeug.serving import WSGIRequestHandler, run_simple

# The account of credentials that nobody issued: the management account of the example.
MANAGEMENT_ACCOUNT = os.environ.get("EXAMPLE_MANAGEMENT_ACCOUNT", "604117732948")
iam.DEFAULT_ACCOUNT_ID = MANAGEMENT_ACCOUNT
organization_names.MASTER_ACCOUNT_EMAIL = "aws-root@acme-retail.example"

# When roles, policies and pipelines were made: long before the last runs that the example tells of.
MADE_AT = datetime(2026, 3, 2, 9, 0)

# Connections by ARN, as POST /example/connection left them.
connections = {}
# State of the last runs and of transitions by (account, region, pipeline), as POST /example/pipeline-state left it.
pipeline_states = {}


def pipeline_metadata(pipeline):
    """AWS answers epoch numbers, moto texts; the SDK refuses the texts."""
    return {
        "pipelineArn": pipeline._arn,
        "created": unix_time(pipeline._created),
        "updated": unix_time(pipeline._updated),
    }


def create_pipeline(backend, pipeline, tags):
    """moto's check of the trust policy trips over statements without a service; AWS only wants the service among them."""
    if pipeline["name"] in backend.pipelines:
        raise codepipeline.InvalidStructureException(f"A pipeline with the name '{pipeline['name']}' already exists")
    role = backend.iam_backend.get_role_by_arn(pipeline["roleArn"])
    if "codepipeline.amazonaws.com" not in role.assume_role_policy_document:
        raise codepipeline.InvalidStructureException(
            f"CodePipeline is not authorized to perform AssumeRole on role {pipeline['roleArn']}"
        )
    backend.pipelines[pipeline["name"]] = codepipeline.CodePipeline(backend.account_id, backend.region_name, pipeline)
    return pipeline, tags or []


def create_project(response):
    """moto forgets the key of a project; AWS keeps it."""
    answer = json.loads(create_keyless_project(response))
    key = response._get_param("encryptionKey")
    if key:
        project = response.codebuild_backend.codebuild_projects[answer["project"]["name"]]
        project.project_metadata["encryptionKey"] = key
        answer["project"]["encryptionKey"] = key
    return json.dumps(answer)


def batch_get_projects(response):
    """AWS also says which of the names there is no project of."""
    answer = json.loads(batch_get_found_projects(response))
    found = [project["name"] for project in answer["projects"]]
    return json.dumps({**answer, "projectsNotFound": [n for n in response._get_param("names") if n not in found]})


def unless_from_pipeline(validate):
    """A project that CodePipeline starts has no place of its own for source and artifacts; moto wants one."""
    return lambda place: None if place["type"] == "CODEPIPELINE" else validate(place)


def get_pipeline_state(response):
    """moto has no GetPipelineState: every stage and action, with the last run where the example tells one."""
    name = response._get_param("name")
    pipeline, metadata = response.codepipeline_backend.get_pipeline(name)
    told = pipeline_states.get((response.current_account, response.region, name), {})
    runs, transitions = told.get("runs", {}), told.get("transitions", {})
    stages = []
    for stage in pipeline["stages"]:
        actions = []
        for action in stage["actions"]:
            run = runs.get(f"{stage['name']}/{action['name']}")
            actions.append({"actionName": action["name"], **({"latestExecution": run} if run else {})})
        transition = transitions.get(stage["name"], {"enabled": True})
        stages.append({"stageName": stage["name"], "inboundTransitionState": transition, "actionStates": actions})
    return json.dumps(
        {
            "pipelineName": name,
            "pipelineVersion": pipeline["version"],
            "stageStates": stages,
            "created": metadata["created"],
            "updated": metadata["updated"],
        }
    )


def list_action_executions(response):
    """moto has no ListActionExecutions: the last run of each action, latest first, as the example tells it."""
    name = response._get_param("pipelineName")
    pipeline, _ = response.codepipeline_backend.get_pipeline(name)
    runs = pipeline_states.get((response.current_account, response.region, name), {}).get("runs", {})
    details = []
    for stage in pipeline["stages"]:
        for action in stage["actions"]:
            run = runs.get(f"{stage['name']}/{action['name']}")
            if run is None:
                continue
            asked = {key: action[key] for key in ("actionTypeId", "configuration", "roleArn", "region") if key in action}
            result = {
                **({"externalExecutionSummary": run["summary"]} if "summary" in run else {}),
                **({"errorDetails": run["errorDetails"]} if "errorDetails" in run else {}),
            }
            details.append(
                {
                    "actionExecutionId": run["actionExecutionId"],
                    "pipelineVersion": pipeline["version"],
                    "stageName": stage["name"],
                    "actionName": action["name"],
                    "startTime": run["lastStatusChange"] - 40,
                    "lastUpdateTime": run["lastStatusChange"],
                    "status": run["status"],
                    "input": asked,
                    "output": {"executionResult": result},
                }
            )
    return json.dumps({"actionExecutionDetails": sorted(details, key=lambda one: -one["startTime"])})


def organization_of(response):
    """AWS lets a delegated administrator read the organisation and refuses every other member; moto answers emptily."""
    account, partition = response.current_account, response.partition
    own = organizations.organizations_backends[account][partition]
    master = organizations.organizations_backends.master_accounts.get(account)
    if own.org or not master or response._get_action() == "DescribeOrganization":
        return own
    managing = organizations.organizations_backends[master[0]][master[1]]
    if any(admin.account.id == account for admin in managing.admins):
        return managing
    raise organizations.RESTError(
        "AccessDeniedException", "You don't have permissions to access this resource."
    )


def assume_role(backend, **kwargs):
    """AWS refuses a role that does not exist or that wants another external id; moto takes any."""
    role_arn = kwargs["role_arn"]
    account = role_arn.split(":")[4]
    refusal = STSClientError(
        "AccessDenied", f"User is not authorized to perform: sts:AssumeRole on resource: {role_arn}"
    )
    try:
        role = iam.iam_backends[account][backend.partition].get_role_by_arn(role_arn)
    except iam.NotFoundException:
        raise refusal
    for statement in json.loads(role.assume_role_policy_document)["Statement"]:
        wanted = statement.get("Condition", {}).get("StringEquals", {}).get("sts:ExternalId")
        if wanted is not None and wanted != kwargs.get("external_id"):
            raise refusal
    return assume_any_role(backend, **kwargs)


def account_authorization_details(backend, policy_filter):
    """AWS lists, of its own policies, only those in use; moto lists all of them."""
    details = all_authorization_details(backend, policy_filter)
    in_use = [p for p in details["managed_policies"] if p.attachment_count > 0 or p not in backend.aws_managed_policies]
    return {**details, "managed_policies": in_use}


def call_action(response):
    """AWS says that it does not know an operation; moto breaks off with a page for people."""
    try:
        return call_known_action(response)
    except NotImplementedError:
        if "X-Amz-Target" not in response.headers:
            raise
        return 400, {"x-amzn-errortype": "UnknownOperationException"}, json.dumps({"__type": "UnknownOperationException"})


def create_organization(backend, region, **kwargs):
    """moto calls every managing account "master"; AWS leaves it the name that it had."""
    answer = create_nameless_organization(backend, region, **kwargs)
    backend.accounts[0].name = "acme-retail"
    return answer


def regions_of_aws():
    """moto answers with the regions of all partitions at once, and calls some of them enabled that must be opted into."""
    for region in ec2.RegionsAndZonesBackend.regions:
        if not region.name.startswith(("us-gov-", "cn-")):
            if region.name in ("af-south-1", "ap-southeast-3", "eu-south-1"):
                region.opt_in_status = "not-opted-in"
            yield region


def list_regions(response):
    """moto has no ListRegions: what EC2 says, in the words of Account Management."""
    words = {"opt-in-not-required": "ENABLED_BY_DEFAULT", "opted-in": "ENABLED", "not-opted-in": "DISABLED"}
    regions = ec2.RegionsAndZonesBackend.regions
    return ActionResult(
        {"Regions": [{"RegionName": one.name, "RegionOptStatus": words[one.opt_in_status]} for one in regions]}
    )


def get_bucket_notification(response):
    """moto keeps that a bucket tells EventBridge, and does not say so."""
    told = response.backend.get_bucket_notification_configuration(response.bucket_name)
    if told is None or told.event_bridge is None:
        return get_other_notification(response)
    response.data["Action"] = "GetBucketNotificationConfiguration"
    return response.serialized(ActionResult({"EventBridgeConfiguration": {}}))


def list_webhooks(response):
    """moto has no webhooks, and the example none either."""
    return json.dumps({"webhooks": []})


class ExampleEndpoints:
    """What the example tells the emulator beside AWS's APIs, and the one API that moto lacks as a whole.

    POST /example/pipeline-state {account, region, pipeline, runs, transitions}: what GetPipelineState shall answer.
    POST /example/connection {ConnectionArn, ...}: what GetConnection shall answer.
    """

    def __init__(self, application):
        self.application = application

    def __call__(self, environ, start_response):
        path = environ["PATH_INFO"]
        is_connection = environ.get("HTTP_X_AMZ_TARGET", "").endswith("onnections_20191201.GetConnection")
        if not is_connection and path not in ("/example/pipeline-state", "/example/connection"):
            return self.application(environ, start_response)
        body = json.loads(environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"])))
        if is_connection:
            return get_connection(body["ConnectionArn"], start_response)
        if path == "/example/connection":
            connections[body["ConnectionArn"]] = body
        else:
            pipeline_states[(body["account"], body["region"], body["pipeline"])] = body
        start_response("204 No Content", [])
        return [b""]


def get_connection(arn, start_response):
    found = connections.get(arn)
    answer = {"Connection": found} if found else {"__type": "ResourceNotFoundException"}
    start_response("200 OK" if found else "400 Bad Request", [("Content-Type", "application/x-amz-json-1.0")])
    return [json.dumps(answer).encode()]


iam.utcnow = codepipeline.utcnow = lambda: MADE_AT
ec2.RegionsAndZonesBackend.regions = list(regions_of_aws())
AccountResponse.list_regions = list_regions
account_urls.url_paths["{0}/listRegions$"] = AccountResponse.dispatch
# Its ids are the only ones that do not follow the seed.
codedeploy.uuid = mock_random
create_keyless_project = codebuild.CodeBuildResponse.create_project
batch_get_found_projects = codebuild.CodeBuildResponse.batch_get_projects
codebuild.CodeBuildResponse.create_project = create_project
codebuild.CodeBuildResponse.batch_get_projects = batch_get_projects
codebuild._validate_required_params_source = unless_from_pipeline(codebuild._validate_required_params_source)
codebuild._validate_required_params_artifacts = unless_from_pipeline(codebuild._validate_required_params_artifacts)
call_known_action = BaseResponse.call_action
BaseResponse.call_action = call_action
create_nameless_organization = organizations.OrganizationsBackend.create_organization
organizations.OrganizationsBackend.create_organization = create_organization
# moto leaves out PolicyName here.
iam.ManagedPolicy.policy_name = property(lambda policy: policy.name)
assume_any_role = sts.STSBackend.assume_role
all_authorization_details = iam.IAMBackend.get_account_authorization_details
codepipeline.CodePipeline.metadata = property(pipeline_metadata)
codepipeline.CodePipelineBackend.create_pipeline = create_pipeline
CodePipelineResponse.get_pipeline_state = get_pipeline_state
CodePipelineResponse.list_action_executions = list_action_executions
CodePipelineResponse.list_webhooks = list_webhooks
get_other_notification = S3Response.get_bucket_notification
S3Response.get_bucket_notification = get_bucket_notification
OrganizationsResponse.organizations_backend = property(organization_of)
sts.STSBackend.assume_role = assume_role
iam.IAMBackend.get_account_authorization_details = account_authorization_details
# AWS sends every document URL-encoded; moto forgets the trust documents.
IamResponse.RESPONSE_KEY_PATH_TO_TRANSFORMER[
    "GetAccountAuthorizationDetailsResponse.RoleDetailList.RoleDetail.AssumeRolePolicyDocument"
] = quote

def end_with_parent():
    """Whoever started us may be killed without a chance to stop us."""
    parent = os.getppid()
    while os.getppid() == parent:
        time.sleep(0.5)
    os._exit(0)


class QuietHandler(WSGIRequestHandler):
    """A line for every request would fill the pipe of a starter that does not read it."""

    def log_request(self, code="-", size="-"):
        pass


if __name__ == "__main__":
    threading.Thread(target=end_with_parent, daemon=True).start()
    application = ExampleEndpoints(DomainDispatcherApplication(create_backend_app))
    run_simple("127.0.0.1", int(sys.argv[1]), application, threaded=True, request_handler=QuietHandler)
