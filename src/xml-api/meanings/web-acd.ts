/** Elements about queues of requests for support. */
export const WEB_ACD: Readonly<Record<string, string>> = {
  'use:AssignWebACDQueues/webExId': 'the webExID of an agent or a manager',
  'use:AssignWebACDQueues/queue': 'a queue of the site',
  'use:AssignWebACDQueues/queue/name': 'the name of the queue, in any case',
  'use:AssignWebACDQueues/queue/type':
    'as what: AGENT (by default), MANAGER, or ALL for both; the account has to be one (webACDPrefs)',
  'use:AssignWebACDQueues/queue/action': 'ASSIGN or UNASSIGN',
  'use:AssignWebACDAgents/manager': 'the webExID of the manager, who has to be one (webACDPrefs/isMgr)',
  'use:AssignWebACDAgents/webACDUser': 'an agent',
  'use:AssignWebACDAgents/webACDUser/webExId':
    'the webExID of the agent, who has to be one (webACDPrefs/isAgent)',
  'use:AssignWebACDAgents/webACDUser/action': 'ASSIGN or UNASSIGN',
  'ns1:GetWebACDQueues/webExId':
    'whose queues; without it those of the site for administrators, else the own',
  'ns1:GetWebACDQueues/type':
    'only queues that the account serves so; without an account, only such users are counted',
  'ns1:GetWebACDQueuesResponse/queue': 'a queue of the site',
  'ns1:queueType/name': 'the name of the queue',
  'ns1:queueType/numUsers': 'how many serve it',
  'ns1:queueType/modDate': 'when it was made, or who serves it was changed, in GMT',
  'ns1:queueType/type': 'as what the account that is asked about serves it',
};
