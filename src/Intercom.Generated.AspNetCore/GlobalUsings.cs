global using Intercom.Generated.Webhooks;
