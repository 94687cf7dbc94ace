namespace Intercom.Generated.Testing.Http;

/// <summary>Observes the requests that can change the data of a fake. Called while no other request is handled.</summary>
internal interface IChangeObserver
{
    /// <summary>A request with another method than GET is valid and about to be handled.</summary>
    void Starting(FakeRequest request);

    /// <summary>The request was handled. It may have been rejected.</summary>
    void Finished(FakeRequest request);
}
